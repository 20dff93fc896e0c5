package org.postpurchase.ledger;

import org.postpurchase.migrations.testkit.TestDatabase;

final class PostgresLedgerProofTest extends LedgerProofContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.postgres();
  }
}
