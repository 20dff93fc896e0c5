package org.postpurchase.outbox;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbOutboxStoreTest extends OutboxStoreContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
