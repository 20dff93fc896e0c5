package org.postpurchase.broadleaf.settings;

import javax.persistence.EntityManager;
import org.postpurchase.broadleaf.entity.ReferralProgramme;
import org.postpurchase.broadleaf.entity.ReferralProgrammeImpl;

/**
 * A referral programme with usual values, as a draft: nobody is asked until a merchant wants it.
 */
final class ShippedReferral {
  private static final String ANY =
      "select p.id from org.postpurchase.broadleaf.entity.ReferralProgramme p";

  private ShippedReferral() {}

  static Void install(EntityManager em) {
    em.createNativeQuery(InstallPresets.ONE_AT_A_TIME).executeUpdate();
    if (em.createQuery(ANY).setMaxResults(1).getResultList().isEmpty()) {
      em.persist(row());
    }
    return null;
  }

  /** What a new programme begins with, also in the admin's form. */
  static ReferralProgramme row() {
    ReferralProgramme row = new ReferralProgrammeImpl();
    row.setName("Friends");
    row.setStatus("DRAFT");
    row.setTermsVersion(1);
    row.setMinimumAmount(new java.math.BigDecimal("30"));
    row.setAdvocateKind("POINTS");
    row.setAdvocatePoints(500);
    row.setEveryNth(1);
    row.setWaitDays(14);
    row.setFallbackDays(30);
    row.setCapPeriod(10);
    row.setCapDays(30);
    row.setHoldScore(60);
    row.setRejectScore(90);
    row.setInvitations(false);
    row.setEdition(1);
    return row;
  }
}
