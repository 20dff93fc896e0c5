package org.postpurchase.ledger;

import org.postpurchase.migrations.testkit.TestDatabase;

final class HsqldbOneBalanceTest extends OneBalanceContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.hsqldb();
  }
}
