package org.postpurchase.ledger;

import org.postpurchase.migrations.testkit.TestDatabase;

final class PostgresOneBalanceTest extends OneBalanceContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.postgres();
  }
}
