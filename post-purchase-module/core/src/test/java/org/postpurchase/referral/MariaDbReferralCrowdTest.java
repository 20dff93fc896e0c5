package org.postpurchase.referral;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbReferralCrowdTest extends ReferralCrowdContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
