package org.postpurchase.migrations;

import org.postpurchase.migrations.testkit.TestDatabase;

class MariaDbTableRulesTest extends TableRulesContract {
  @Override
  TestDatabase open() {
    return TestDatabase.mariadb();
  }
}
