package org.postpurchase.referral;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbReferralAsksTest extends ReferralAsksContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
