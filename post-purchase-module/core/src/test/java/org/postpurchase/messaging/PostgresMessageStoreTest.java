package org.postpurchase.messaging;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresMessageStoreTest extends MessageStoreContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
