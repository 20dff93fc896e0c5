package org.postpurchase.ledger;

import org.postpurchase.migrations.testkit.TestDatabase;

final class MariaDbLedgerProofTest extends LedgerProofContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.mariadb();
  }
}
