package org.postpurchase.sunset;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbSunsetTest extends SunsetContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
