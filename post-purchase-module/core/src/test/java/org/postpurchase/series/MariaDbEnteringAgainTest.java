package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class MariaDbEnteringAgainTest extends EnteringAgainTest {
  @Override
  CoreDatabase database() {
    return Databases.mariadb();
  }
}
