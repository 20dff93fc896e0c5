package org.postpurchase.migrations;

import org.postpurchase.migrations.testkit.TestDatabase;

class MariaDbMigrationsTest extends MigrationsContract {
  @Override
  TestDatabase open() {
    return TestDatabase.mariadb();
  }
}
