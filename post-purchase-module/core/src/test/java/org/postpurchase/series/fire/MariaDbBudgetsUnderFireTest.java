package org.postpurchase.series.fire;

import org.postpurchase.migrations.testkit.TestDatabase;

final class MariaDbBudgetsUnderFireTest extends BudgetsUnderFireContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.mariadb();
  }
}
