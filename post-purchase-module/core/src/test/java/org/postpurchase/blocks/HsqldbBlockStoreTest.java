package org.postpurchase.blocks;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbBlockStoreTest extends BlockStoreContract {
  @Override
  CoreDatabase database() {
    return Databases.hsqldb();
  }
}
