package org.postpurchase.referral;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbPendingReferralTest extends PendingReferralContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
