package org.postpurchase.series.fire;

import org.postpurchase.migrations.testkit.TestDatabase;

final class PostgresBudgetsUnderFireTest extends BudgetsUnderFireContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.postgres();
  }
}
