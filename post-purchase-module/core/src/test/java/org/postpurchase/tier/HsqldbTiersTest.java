package org.postpurchase.tier;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbTiersTest extends TiersContract {
  @Override
  CoreDatabase database() {
    return Databases.hsqldb();
  }
}
