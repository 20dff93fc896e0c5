package org.postpurchase.catalogue;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresBuyingARewardTest extends BuyingARewardContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
