package org.postpurchase.outbox;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbTransactionalIntakeTest extends TransactionalIntakeContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
