package org.postpurchase.migrations;

import org.postpurchase.migrations.testkit.TestDatabase;

class HsqldbTableRulesTest extends TableRulesContract {
  @Override
  TestDatabase open() {
    return TestDatabase.hsqldb();
  }
}
