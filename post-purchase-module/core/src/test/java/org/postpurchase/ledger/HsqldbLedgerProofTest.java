package org.postpurchase.ledger;

import org.postpurchase.migrations.testkit.TestDatabase;

final class HsqldbLedgerProofTest extends LedgerProofContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.hsqldb();
  }
}
