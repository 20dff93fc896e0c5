package org.postpurchase.reward;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbRewardCodeTest extends RewardCodeContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
