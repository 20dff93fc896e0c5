package org.postpurchase.outbox;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresOutboxClaimTest extends OutboxClaimContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
