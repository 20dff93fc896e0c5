package org.postpurchase.demo;

import org.postpurchase.migrations.testkit.TestDatabase;

class PostgresCrowdIT extends CrowdContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.postgres();
  }
}
