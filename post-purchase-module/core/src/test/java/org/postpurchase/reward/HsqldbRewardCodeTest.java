package org.postpurchase.reward;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbRewardCodeTest extends RewardCodeContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
