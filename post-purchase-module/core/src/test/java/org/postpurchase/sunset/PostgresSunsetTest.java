package org.postpurchase.sunset;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresSunsetTest extends SunsetContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
