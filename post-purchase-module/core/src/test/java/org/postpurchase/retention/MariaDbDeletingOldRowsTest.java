package org.postpurchase.retention;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbDeletingOldRowsTest extends DeletingOldRowsContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
