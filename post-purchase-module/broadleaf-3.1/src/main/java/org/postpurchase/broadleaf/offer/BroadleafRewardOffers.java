package org.postpurchase.broadleaf.offer;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.broadleafcommerce.common.persistence.Status;
import org.broadleafcommerce.core.offer.dao.OfferCodeDao;
import org.broadleafcommerce.core.offer.dao.OfferDao;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.shared.PostPurchaseException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Codes as rows of the host's BLC_OFFER_CODE, one use each: without our plugin they would still not
 * be worth more than that.
 */
public final class BroadleafRewardOffers implements RewardOffers {
  /** The host drops codes that are over without a word; ours says why, so it must come first. */
  private static final Duration HOST_LIFE_LONGER = Duration.ofDays(30);

  private static final String FORGET =
      "delete from BLC_OFFER_AUDIT where ORDER_ID = ? and OFFER_CODE_ID in"
          + " (select OFFER_CODE_ID from BLC_OFFER_CODE where OFFER_CODE = ?)";

  private static final String PUBLIC =
      "select min(c.OFFER_CODE) from BLC_OFFER_CODE c where c.OFFER_ID = ?"
          + " and coalesce(c.MAX_USES, 0) <> 1 and coalesce(c.ARCHIVED, 'N') <> 'Y'"
          + " and (c.END_DATE is null or c.END_DATE > ?)"
          + " and not exists (select 1 from PP_REWARD_CODE r where r.CODE = c.OFFER_CODE)";

  private final OfferDao offers;
  private final OfferCodeDao codes;
  private final SettingsQuery query;
  private final JdbcTemplate jdbc;

  public BroadleafRewardOffers(
      OfferDao offers, OfferCodeDao codes, SettingsQuery query, JdbcTemplate jdbc) {
    this.offers = offers;
    this.codes = codes;
    this.query = query;
    this.jdbc = jdbc;
  }

  @Override
  public Optional<String> title(long offerId, Locale locale, Instant now) {
    return query
        .read(em -> Optional.ofNullable(offers.readOfferById(offerId)))
        .filter(offer -> runs(offer, now))
        .map(BroadleafRewardOffers::words);
  }

  @Override
  public Optional<String> publicCode(long offerId, Instant now) {
    return Optional.ofNullable(
        jdbc.queryForObject(PUBLIC, String.class, offerId, Timestamp.from(now)));
  }

  @Override
  public void create(long offerId, String code, Instant expiresAt) {
    Offer offer = offers.readOfferById(offerId);
    if (offer == null) {
      throw new PostPurchaseException("The offer " + offerId + " does not exist any more.");
    }
    OfferCode row = codes.create();
    row.setOffer(offer);
    row.setOfferCode(code);
    row.setMaxUses(1);
    row.setEndDate(Date.from(expiresAt.plus(HOST_LIFE_LONGER)));
    codes.save(row);
  }

  @Override
  public void forgetUse(long orderId, String code) {
    jdbc.update(FORGET, orderId, code);
  }

  private static boolean runs(Offer offer, Instant now) {
    boolean archived = offer instanceof Status && ((Status) offer).getArchived() == 'Y';
    Date end = offer.getEndDate();
    return !archived && (end == null || end.toInstant().isAfter(now));
  }

  private static String words(Offer offer) {
    String message = offer.getMarketingMessage();
    return message == null || message.trim().isEmpty() ? offer.getName() : message.trim();
  }
}
