package org.postpurchase.retention;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresDeletingOldRowsTest extends DeletingOldRowsContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
