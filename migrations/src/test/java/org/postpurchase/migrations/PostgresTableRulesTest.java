package org.postpurchase.migrations;

import org.postpurchase.migrations.testkit.TestDatabase;

class PostgresTableRulesTest extends TableRulesContract {
  @Override
  TestDatabase open() {
    return TestDatabase.postgres();
  }
}
