package org.postpurchase.outbox;

import org.postpurchase.migrations.testkit.TestDatabase;

final class HsqldbTwoRelaysTest extends TwoRelaysContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.hsqldb();
  }
}
