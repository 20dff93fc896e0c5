package org.postpurchase.ledger;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresProvingBesideTheShopTest extends ProvingBesideTheShopContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }

  @Override
  int operations() {
    return 500;
  }
}
