package org.postpurchase.messaging;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbMessageClaimTest extends MessageClaimContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
