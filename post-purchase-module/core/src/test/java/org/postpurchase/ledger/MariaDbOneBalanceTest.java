package org.postpurchase.ledger;

import org.postpurchase.migrations.testkit.TestDatabase;

final class MariaDbOneBalanceTest extends OneBalanceContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.mariadb();
  }
}
