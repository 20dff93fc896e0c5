package org.postpurchase.outbox;

import org.postpurchase.migrations.testkit.TestDatabase;

final class MariaDbTwoRelaysTest extends TwoRelaysContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.mariadb();
  }
}
