package org.postpurchase.ledger;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbLedgerHammerTest extends LedgerHammerContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }

  @Override
  int operations() {
    return 24000;
  }
}
