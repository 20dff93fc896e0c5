package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class HsqldbMovingRunsTest extends MovingRunsContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
