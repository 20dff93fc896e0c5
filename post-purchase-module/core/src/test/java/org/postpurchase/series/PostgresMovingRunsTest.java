package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class PostgresMovingRunsTest extends MovingRunsContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
