package org.postpurchase.referral;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbReferralRaceTest extends ReferralRaceContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
