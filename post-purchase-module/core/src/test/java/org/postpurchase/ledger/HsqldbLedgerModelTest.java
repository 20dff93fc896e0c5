package org.postpurchase.ledger;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbLedgerModelTest extends LedgerModelContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }

  @Override
  int operations() {
    return 30000;
  }
}
