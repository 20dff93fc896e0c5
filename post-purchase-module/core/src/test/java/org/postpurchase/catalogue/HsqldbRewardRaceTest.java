package org.postpurchase.catalogue;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbRewardRaceTest extends RewardRaceContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
