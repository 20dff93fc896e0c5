package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbIdleCostTest extends IdleCostContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
