package org.postpurchase.shared.jdbc;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class MariaDbRoundTripTest extends RoundTripContract {
  @Override
  CoreDatabase database() {
    return Databases.mariadb();
  }
}
