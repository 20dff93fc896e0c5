package org.postpurchase.consent;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbBringingRowsToKeysTest extends BringingRowsToKeysContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
