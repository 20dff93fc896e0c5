package org.postpurchase.catalogue;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbRewardRaceTest extends RewardRaceContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
