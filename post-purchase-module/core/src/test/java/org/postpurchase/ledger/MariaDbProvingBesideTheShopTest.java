package org.postpurchase.ledger;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbProvingBesideTheShopTest extends ProvingBesideTheShopContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }

  @Override
  int operations() {
    return 500;
  }
}
