package org.postpurchase.referral;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresReferralAttackTest extends ReferralAttackContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
