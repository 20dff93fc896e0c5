package org.postpurchase.broadleaf.offer;

import static java.util.stream.Collectors.toSet;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.broadleafcommerce.common.persistence.Status;
import org.broadleafcommerce.core.offer.dao.OfferCodeDao;
import org.broadleafcommerce.core.offer.dao.OfferDao;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.offer.domain.OfferCodeImpl;
import org.broadleafcommerce.core.offer.service.type.OfferDiscountType;
import org.broadleafcommerce.core.offer.service.type.OfferType;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.id.IdentifierGenerator;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.reward.NewCode;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.SqlDialect;
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

  private static final String ADD =
      "insert into BLC_OFFER_CODE (OFFER_CODE_ID, OFFER_ID, OFFER_CODE, MAX_USES, USES, END_DATE,"
          + " ARCHIVED) values (?, ?, ?, 1, 0, ?, 'N')";
  private static final String PROLONG =
      "update BLC_OFFER_CODE set END_DATE = ? where OFFER_CODE = ? and END_DATE < ?";
  private static final String THERE = "select OFFER_ID from BLC_OFFER where ";

  private final OfferDao offers;
  private final OfferCodeDao codes;
  private final SettingsQuery query;
  private final JdbcTemplate jdbc;
  private final SqlDialect dialect;

  public BroadleafRewardOffers(
      OfferDao offers,
      OfferCodeDao codes,
      SettingsQuery query,
      JdbcTemplate jdbc,
      SqlDialect dialect) {
    this.offers = offers;
    this.codes = codes;
    this.query = query;
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  @Override
  public Optional<String> title(long offerId, Locale locale, Instant now) {
    return query
        .read(em -> Optional.ofNullable(offers.readOfferById(offerId)))
        .filter(offer -> runs(offer, now))
        .map(BroadleafRewardOffers::words);
  }

  @Override
  public Optional<Worth> worth(long offerId) {
    return query
        .read(em -> Optional.ofNullable(offers.readOfferById(offerId)))
        .flatMap(BroadleafRewardOffers::worth);
  }

  /** Of offers on the whole order; others depend on what is in it. */
  private static Optional<Worth> worth(Offer offer) {
    boolean whole = OfferType.ORDER.equals(offer.getType()) && offer.getValue() != null;
    if (whole && OfferDiscountType.PERCENT_OFF.equals(offer.getDiscountType())) {
      return Optional.of(Worth.percent(offer.getValue()));
    }
    return whole && OfferDiscountType.AMOUNT_OFF.equals(offer.getDiscountType())
        ? Optional.of(Worth.amount(offer.getValue()))
        : Optional.<Worth>empty();
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

  /**
   * As {@link #create}, with statements that do not grow with the number of codes: ids from the
   * host's own generator, rows as its entities would leave them.
   */
  @Override
  public void createAll(List<NewCode> all) {
    if (all.size() < 2) {
      all.forEach(each -> create(each.grant.offerId, each.code, each.expiresAt));
      return;
    }
    Set<Long> offerIds = all.stream().map(each -> each.grant.offerId).collect(toSet());
    OneOf these = OneOf.of(dialect, "OFFER_ID", offerIds);
    offerIds.removeAll(jdbc.queryForList(THERE + these.sql, Long.class, these.args()));
    if (!offerIds.isEmpty()) {
      throw new PostPurchaseException("The offer(s) " + offerIds + " do not exist any more.");
    }
    List<Long> ids = query.read(em -> newIds(em, all.size()));
    List<Object[]> rows = new ArrayList<>();
    for (NewCode each : all) {
      Timestamp end = Timestamp.from(each.expiresAt.plus(HOST_LIFE_LONGER));
      rows.add(new Object[] {ids.get(rows.size()), each.grant.offerId, each.code, end});
    }
    jdbc.batchUpdate(ADD, rows);
  }

  private List<Long> newIds(EntityManager em, int count) {
    OfferCode like = codes.create();
    SessionImplementor session = (SessionImplementor) em.unwrap(Session.class);
    IdentifierGenerator generator = session.getEntityPersister(null, like).getIdentifierGenerator();
    List<Long> ids = new ArrayList<>();
    while (ids.size() < count) {
      ids.add((Long) generator.generate(session, like));
    }
    return ids;
  }

  @Override
  public void prolong(String code, Instant expiresAt) {
    Timestamp end = Timestamp.from(expiresAt.plus(HOST_LIFE_LONGER));
    if (jdbc.update(PROLONG, end, code, end) > 0) {
      query.read(EntityManager::getEntityManagerFactory).getCache().evict(OfferCodeImpl.class);
    }
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
