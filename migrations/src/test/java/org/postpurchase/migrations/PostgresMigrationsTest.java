package org.postpurchase.migrations;

import org.postpurchase.migrations.testkit.TestDatabase;

class PostgresMigrationsTest extends MigrationsContract {
  @Override
  TestDatabase open() {
    return TestDatabase.postgres();
  }
}
