package org.postpurchase.referral;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbReferralAttackTest extends ReferralAttackContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
