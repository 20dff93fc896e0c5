package org.postpurchase.order;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbConcurrentReportsTest extends ConcurrentReportsContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
