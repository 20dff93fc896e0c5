package org.postpurchase.shared.jdbc;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class HsqldbRoundTripTest extends RoundTripContract {
  @Override
  CoreDatabase database() {
    return Databases.hsqldb();
  }
}
