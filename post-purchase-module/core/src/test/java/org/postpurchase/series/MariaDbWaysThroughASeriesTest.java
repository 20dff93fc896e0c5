package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class MariaDbWaysThroughASeriesTest extends WaysThroughASeriesTest {
  @Override
  CoreDatabase database() {
    return Databases.mariadb();
  }
}
