package org.postpurchase.person;

import org.postpurchase.migrations.testkit.TestDatabase;

final class HsqldbPeopleKilledTest extends PeopleKilledContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.hsqldbServed();
  }
}
