package org.postpurchase.referral;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbReferralTest extends ReferralContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
