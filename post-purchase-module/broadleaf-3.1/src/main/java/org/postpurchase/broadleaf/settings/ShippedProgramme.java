package org.postpurchase.broadleaf.settings;

import javax.persistence.EntityManager;
import org.postpurchase.broadleaf.entity.EarningRule;
import org.postpurchase.broadleaf.entity.EarningRuleImpl;
import org.postpurchase.broadleaf.entity.LoyaltyProgramme;
import org.postpurchase.broadleaf.entity.LoyaltyProgrammeImpl;
import org.postpurchase.broadleaf.entity.LoyaltyTier;
import org.postpurchase.broadleaf.entity.LoyaltyTierImpl;

/**
 * The programme as it is shipped, switched off, with rules that are switched off too: one point for
 * each unit of money, more points for a campaign, points for the first order and for three events.
 */
final class ShippedProgramme {
  static final String KEY = "main";
  private static final String ENTITIES = "org.postpurchase.broadleaf.entity.";

  private ShippedProgramme() {}

  /** Only where there is no programme yet. */
  static Void install(EntityManager em) {
    em.createNativeQuery(InstallPresets.ONE_AT_A_TIME).executeUpdate();
    if (em.createQuery("select p.id from " + ENTITIES + "LoyaltyProgramme p")
        .getResultList()
        .isEmpty()) {
      em.persist(programme());
      em.persist(rule("spend", "Points for every purchase", "SPEND", 100));
      em.persist(rule("campaign", "Double points", "MULTIPLY", 90));
      em.persist(rule("first-order", "Welcome to your first order", "FIRST_ORDER", 80));
      em.persist(rule("registration", "Thanks for joining", "EVENT", 70));
      em.persist(rule("review", "Thanks for your review", "EVENT", 65));
      em.persist(rule("birthday", "Happy birthday", "EVENT", 60));
      em.persist(tier("silver", "Silver", 500, 125));
      em.persist(tier("gold", "Gold", 1500, 150));
    }
    return null;
  }

  private static LoyaltyProgramme programme() {
    LoyaltyProgramme row = new LoyaltyProgrammeImpl();
    row.setProgrammeKey(KEY);
    row.setActive(false);
    row.setName("Rewards");
    row.setPointsName("points | de: Punkte");
    row.setTermsVersion(1);
    row.setRates("EUR=100, GBP=100, USD=100");
    row.setMinimumPoints(500);
    row.setBlockPoints(100);
    row.setMaxSharePercent(50);
    row.setReturnWindowDays(14);
    row.setFallbackDays(30);
    row.setValidityDays(365);
    row.setGraceDays(30);
    row.setShortfallPolicy("CARRY");
    row.setStackingPolicy("BEST_OF");
    row.setEdition(1);
    return row;
  }

  private static LoyaltyTier tier(String preset, String name, int threshold, int percent) {
    LoyaltyTier row = new LoyaltyTierImpl();
    row.setPresetKey(preset);
    row.setName(name);
    row.setActive(false);
    row.setThreshold(threshold);
    row.setEarnPercent(percent);
    row.setEntryPoints(0);
    row.setEdition(1);
    return row;
  }

  private static EarningRule rule(String preset, String name, String type, int priority) {
    EarningRule row = new EarningRuleImpl();
    row.setPresetKey(preset);
    row.setName(name);
    row.setActive(false);
    row.setType(type);
    row.setPriority(priority);
    row.setPeriod("EVER");
    row.setEdition(1);
    switch (preset) {
      case "spend":
        row.setSettings("rates=EUR=1, GBP=1, USD=1");
        break;
      case "campaign":
        row.setSettings("percent=200");
        break;
      case "birthday":
        row.setPeriod("YEAR");
        row.setPerCustomer(100);
        row.setSettings("eventCode=BIRTHDAY\npoints=100");
        break;
      case "review":
        row.setSettings("eventCode=REVIEW\npoints=50");
        break;
      case "registration":
        row.setSettings("eventCode=REGISTRATION\npoints=50");
        break;
      default:
        row.setSettings("points=200");
    }
    return row;
  }
}
