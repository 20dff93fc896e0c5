package org.postpurchase.migrations;

import org.postpurchase.migrations.testkit.TestDatabase;

class HsqldbMigrationsTest extends MigrationsContract {
  @Override
  TestDatabase open() {
    return TestDatabase.hsqldb();
  }
}
