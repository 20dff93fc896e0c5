package org.postpurchase.migrations;

import org.postpurchase.migrations.testkit.TestDatabase;

class MariaDbHostIndexesTest extends HostIndexesContract {
  @Override
  TestDatabase open() {
    return TestDatabase.mariadb();
  }
}
