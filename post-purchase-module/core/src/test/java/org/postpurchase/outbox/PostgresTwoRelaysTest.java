package org.postpurchase.outbox;

import org.postpurchase.migrations.testkit.TestDatabase;

final class PostgresTwoRelaysTest extends TwoRelaysContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.postgres();
  }
}
