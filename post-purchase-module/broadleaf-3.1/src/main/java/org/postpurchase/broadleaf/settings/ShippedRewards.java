package org.postpurchase.broadleaf.settings;

import javax.persistence.EntityManager;
import org.postpurchase.broadleaf.entity.LoyaltyReward;
import org.postpurchase.broadleaf.entity.LoyaltyRewardImpl;

/**
 * Two rewards as they are shipped, switched off and without an offer, which the merchant chooses:
 * one for everybody and one of which there are few.
 */
final class ShippedRewards {
  private ShippedRewards() {}

  /** Only where there is no reward yet. */
  static Void install(EntityManager em) {
    em.createNativeQuery(InstallPresets.ONE_AT_A_TIME).executeUpdate();
    if (em.createQuery("select r.id from org.postpurchase.broadleaf.entity.LoyaltyReward r")
        .getResultList()
        .isEmpty()) {
      em.persist(reward("discount", "A discount for your next order", 500, null, 100));
      em.persist(reward("limited", "Something special", 1000, 25, 90));
    }
    return null;
  }

  private static LoyaltyReward reward(
      String preset, String name, int cost, Integer stock, int priority) {
    LoyaltyReward row = new LoyaltyRewardImpl();
    row.setPresetKey(preset);
    row.setName(name);
    row.setActive(false);
    row.setCostPoints(cost);
    row.setValidDays(90);
    row.setStock(stock);
    row.setPerCustomer(stock == null ? null : 1);
    row.setPriority(priority);
    row.setEdition(1);
    return row;
  }
}
