package org.postpurchase.series.fire;

import org.postpurchase.migrations.testkit.TestDatabase;

final class PostgresUnderFireTest extends UnderFireContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.postgres();
  }
}
