package org.postpurchase.blocks;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbBlockStoreTest extends BlockStoreContract {
  @Override
  CoreDatabase database() {
    return Databases.mariadb();
  }
}
