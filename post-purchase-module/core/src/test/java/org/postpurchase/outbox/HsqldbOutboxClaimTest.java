package org.postpurchase.outbox;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbOutboxClaimTest extends OutboxClaimContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
