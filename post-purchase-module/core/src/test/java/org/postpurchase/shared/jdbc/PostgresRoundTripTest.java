package org.postpurchase.shared.jdbc;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class PostgresRoundTripTest extends RoundTripContract {
  @Override
  CoreDatabase database() {
    return Databases.postgres();
  }
}
