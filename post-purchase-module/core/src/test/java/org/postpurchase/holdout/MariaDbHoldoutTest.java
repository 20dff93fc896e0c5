package org.postpurchase.holdout;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbHoldoutTest extends HoldoutContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
