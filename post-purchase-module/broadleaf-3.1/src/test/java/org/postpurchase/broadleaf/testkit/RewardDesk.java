package org.postpurchase.broadleaf.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.core.offer.dao.OfferDao;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.broadleafcommerce.core.offer.service.type.OfferDeliveryType;
import org.broadleafcommerce.core.offer.service.type.OfferDiscountType;
import org.broadleafcommerce.core.offer.service.type.OfferType;
import org.postpurchase.reward.RedeemReward;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.reward.RewardGrant;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes offers and gives out codes of them, as the admin and a series do. */
public final class RewardDesk {
  private static final AtomicLong GRANTS = new AtomicLong(System.nanoTime());

  private final ApplicationContext host;
  private final Plugin plugin;
  private final JdbcTemplate jdbc;

  public RewardDesk(ApplicationContext host) {
    this.host = host;
    this.plugin = new Plugin(host);
    this.jdbc = new JdbcTemplate(HostContext.dataSource());
  }

  /** An offer that needs a code, for everybody who has one. */
  public long offer(OfferType type, OfferDiscountType discount, String value) {
    return new SettingsAccess(host)
        .read(
            em -> {
              OfferDao offers = host.getBean("blOfferDao", OfferDao.class);
              Offer offer = offers.create();
              offer.setName("Thank you " + value);
              offer.setType(type);
              offer.setDiscountType(discount);
              offer.setValue(new BigDecimal(value));
              offer.setStartDate(new Date(0));
              offer.setPriority(1);
              offer.setAutomaticallyAdded(false);
              offer.setDeliveryType(OfferDeliveryType.CODE);
              offer.setCombinableWithOtherOffers(true);
              return offers.save(offer).getId();
            });
  }

  public long tenPercent() {
    return offer(OfferType.ORDER, OfferDiscountType.PERCENT_OFF, "10");
  }

  /** Gives the person a code of the offer that is good for thirty days. */
  public String give(long offerId, String email) {
    return give(offerId, email, 0);
  }

  public String give(long offerId, String email, long customerId) {
    RewardGrant grant =
        new RewardGrant(
            "test:" + GRANTS.incrementAndGet(), offerId, email, customerId, 0, "reward");
    return plugin
        .getTransactions()
        .call(
            () ->
                plugin
                    .getSeries()
                    .issueReward
                    .issue(grant, 30, Locale.ENGLISH, plugin.getClock().instant()))
        .code;
  }

  public void expire(String code) {
    jdbc.update("update PP_REWARD_CODE set EXPIRES_AT = ISSUED_AT where CODE = ?", code);
  }

  /** As if the code had been reserved an hour ago. */
  public void age(String code) {
    jdbc.update(
        "update PP_REWARD_CODE set TAKEN_AT = ? where CODE = ?",
        java.sql.Timestamp.from(Instant.EPOCH.plusSeconds(86_400)),
        code);
  }

  public RewardCode read(String code) {
    return plugin.getSeries().rewardCodes.findByCodes(List.of(code)).get(0);
  }

  /** How often the host believes that the code was used. */
  public int hostUses(String code) {
    return jdbc.queryForObject(
        "select count(*) from BLC_OFFER_AUDIT a join BLC_OFFER_CODE c on c.OFFER_CODE_ID = a.OFFER_CODE_ID"
            + " where c.OFFER_CODE = ?",
        Integer.class,
        code);
  }

  public RedeemReward redeem() {
    return plugin.getSeries().redeemReward;
  }
}
