package org.postpurchase.outbox;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbTransactionalIntakeTest extends TransactionalIntakeContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
