package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class MariaDbEveryExitTest extends EveryExitTest {
  @Override
  CoreDatabase database() {
    return Databases.mariadb();
  }
}
