package org.postpurchase.demo;

import org.junit.jupiter.api.Tag;
import org.postpurchase.migrations.testkit.TestDatabase;

@Tag("nightly")
class MariaDbCrowdIT extends CrowdContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.mariadb();
  }
}
