package org.postpurchase.outbox;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbOutboxStoreTest extends OutboxStoreContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
