package org.postpurchase.demo.site;

import java.util.List;
import javax.annotation.PostConstruct;
import javax.annotation.Resource;
import javax.persistence.EntityManagerFactory;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.SeriesParts;
import org.postpurchase.series.Series;
import org.postpurchase.series.SeriesProblem;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.stereotype.Component;

/**
 * Clicks, in the merchant's place, on the demo's very first start: chooses the offer that personal
 * codes are for, and switches on the series about orders and referrals, the loyalty programme with
 * two rewards, referrals, reviews, and the block on the confirmation page. Afterwards all of it is
 * the merchant's.
 */
@Component
@DependsOn("ppInstallPresets")
class SwitchOnOnce {
  private static final String[] SERIES = {
    "first-purchase",
    "every-order",
    "friend-joined",
    "referral-rewarded",
    "referral-reduced",
    "referral-reversed"
  };

  /** Of {@code load_offers.sql}. */
  private static final long TEN_PER_CENT = 2;

  private static final String NEVER_ON =
      "select SERIES_ID from PP_SERIES where PRESET_KEY = ? and ACTIVE_SINCE is null";
  private static final int FRIENDS_OFFER = 5;
  private static final String CHOOSE_OFFER =
      "update PP_SERIES_STEP set REWARD_OFFER_ID = ? where SERIES_ID = ? and STEP_KEY ="
          + " 'reward-code'";
  private static final String SWITCH_ON =
      "update PP_SERIES set STATUS = 'ACTIVE', ACTIVE_SINCE = ?, LIVE_VERSION = ? where SERIES_ID ="
          + " ?";
  private static final String PROGRAMME =
      "update PP_LOYALTY_PROGRAMME set ACTIVE = ?, ACTIVE_SINCE = ? where ACTIVE_SINCE is null";
  private static final String SPENDING =
      "update PP_EARNING_RULE set ACTIVE = ? where PRESET_KEY in ('spend', 'first-order')";
  private static final String TIERS =
      "update PP_LOYALTY_TIER set ACTIVE = ?, ACTIVE_SINCE = ?, ENTRY_POINTS = ?, BENEFITS = ? where PRESET_KEY = ?";
  private static final String REWARD =
      "update PP_LOYALTY_REWARD set ACTIVE = ?, REWARD_OFFER_ID = ?, NAME = ?, DESCRIPTION = ?,"
          + " COST_POINTS = ?, STOCK = ? where PRESET_KEY = ?";
  private static final String FRIENDS =
      "update PP_REFERRAL_PROGRAMME set STATUS = 'ACTIVE', ACTIVE_SINCE = ?, FRIEND_OFFER_ID = ?,"
          + " MINIMUM_AMOUNT = ? where ACTIVE_SINCE is null";
  private static final String REVIEWS =
      "update PP_REVIEW_SETTINGS set HOST_RATING = true, FEED = true, KEPT_RATE = true,"
          + " REPLY_HOURS = 16, GALLERY = true, ACTIVE = ?, ACTIVE_SINCE = ? where ACTIVE_SINCE is"
          + " null";
  private static final String PROMPTS =
      "update org.postpurchase.broadleaf.entity.ConfirmationPromptImpl p set p.active = true";

  @Resource(name = "ppInfrastructure")
  private Infrastructure base;

  @Resource(name = "ppSeries")
  private SeriesParts series;

  @Resource(name = "entityManagerFactory")
  private EntityManagerFactory factory;

  @PostConstruct
  void switchOn() {
    JdbcTemplate jdbc = new JdbcTemplate(((EntityManagerFactoryInfo) factory).getDataSource());
    base.transactions.run(
        () -> {
          boolean first = false;
          for (String key : SERIES) {
            for (Long id : jdbc.queryForList(NEVER_ON, Long.class, key)) {
              jdbc.update(CHOOSE_OFFER, TEN_PER_CENT, id);
              switchOn(id, jdbc);
              first = true;
            }
          }
          if (jdbc.update(PROGRAMME, true, base.clock.millis()) > 0) {
            jdbc.update(SPENDING, true);
            long now = base.clock.millis();
            jdbc.update(TIERS, true, now, 0, "A sample of a new coffee in each parcel", "silver");
            jdbc.update(TIERS, true, now, 0, "The same, and our tasting evenings", "gold");
            rewards(jdbc);
          }
          jdbc.update(FRIENDS, base.clock.millis(), FRIENDS_OFFER, 20);
          jdbc.update(REVIEWS, true, base.clock.millis());
          if (first) {
            EntityManagerFactoryUtils.getTransactionalEntityManager(factory)
                .createQuery(PROMPTS)
                .executeUpdate();
          }
        });
  }

  /** Offers of {@code load_offers.sql}. */
  private static void rewards(JdbcTemplate jdbc) {
    jdbc.update(REWARD, true, 3, "3 € off", "On everything in the shop.", 250, null, "discount");
    jdbc.update(REWARD, true, 4, "Free delivery", "However much you order.", 400, 5, "limited");
  }

  /** As a merchant's save does: nothing that has a problem is switched on. */
  private void switchOn(long id, JdbcTemplate jdbc) {
    Series found = series.catalog.find(id).orElseThrow(IllegalStateException::new);
    List<SeriesProblem> problems = series.validate.problems(found.draft);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "The series '" + found.draft.name + "' cannot be switched on: " + problems);
    }
    int version = series.publish.publish(id, found.draft, found.liveVersion);
    jdbc.update(SWITCH_ON, base.clock.millis(), version, id);
  }
}
