package org.postpurchase.referral;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresReferralCrowdTest extends ReferralCrowdContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
