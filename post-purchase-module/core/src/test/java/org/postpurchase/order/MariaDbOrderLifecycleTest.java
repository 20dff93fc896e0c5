package org.postpurchase.order;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbOrderLifecycleTest extends OrderLifecycleContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
