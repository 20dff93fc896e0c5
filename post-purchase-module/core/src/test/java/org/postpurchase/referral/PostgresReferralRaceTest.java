package org.postpurchase.referral;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresReferralRaceTest extends ReferralRaceContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
