package org.postpurchase.outbox;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresTransactionalIntakeTest extends TransactionalIntakeContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
