package org.postpurchase.referral;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbReferralAsksTest extends ReferralAsksContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
