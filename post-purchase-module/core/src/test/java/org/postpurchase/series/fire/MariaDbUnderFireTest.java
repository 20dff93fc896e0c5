package org.postpurchase.series.fire;

import org.postpurchase.migrations.testkit.TestDatabase;

final class MariaDbUnderFireTest extends UnderFireContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.mariadb();
  }
}
