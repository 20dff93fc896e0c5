package org.postpurchase.migrations;

import org.postpurchase.migrations.testkit.TestDatabase;

class HsqldbHostIndexesTest extends HostIndexesContract {
  @Override
  TestDatabase open() {
    return TestDatabase.hsqldb();
  }
}
