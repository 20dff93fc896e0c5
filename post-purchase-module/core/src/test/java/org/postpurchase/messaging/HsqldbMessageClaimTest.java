package org.postpurchase.messaging;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbMessageClaimTest extends MessageClaimContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
