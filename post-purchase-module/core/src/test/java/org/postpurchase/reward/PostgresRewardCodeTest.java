package org.postpurchase.reward;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresRewardCodeTest extends RewardCodeContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
