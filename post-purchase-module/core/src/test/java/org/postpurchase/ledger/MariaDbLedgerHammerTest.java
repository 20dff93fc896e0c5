package org.postpurchase.ledger;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbLedgerHammerTest extends LedgerHammerContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }

  @Override
  int operations() {
    return 6000;
  }
}
