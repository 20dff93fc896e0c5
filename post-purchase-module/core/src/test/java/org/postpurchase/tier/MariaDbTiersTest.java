package org.postpurchase.tier;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbTiersTest extends TiersContract {
  @Override
  CoreDatabase database() {
    return Databases.mariadb();
  }
}
