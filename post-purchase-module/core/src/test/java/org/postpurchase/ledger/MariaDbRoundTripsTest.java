package org.postpurchase.ledger;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class MariaDbRoundTripsTest extends RoundTripsContract {
  @Override
  CoreDatabase database() {
    return Databases.mariadb();
  }
}
