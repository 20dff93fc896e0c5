package org.postpurchase.demo;

import org.postpurchase.migrations.testkit.TestDatabase;

class MariaDbCrowdIT extends CrowdContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.mariadb();
  }
}
