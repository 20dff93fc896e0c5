package org.postpurchase.ledger;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class PostgresRoundTripsTest extends RoundTripsContract {
  @Override
  CoreDatabase database() {
    return Databases.postgres();
  }
}
