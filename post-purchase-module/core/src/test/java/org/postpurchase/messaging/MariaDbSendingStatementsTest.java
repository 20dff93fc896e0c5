package org.postpurchase.messaging;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class MariaDbSendingStatementsTest extends SendingStatementsContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
