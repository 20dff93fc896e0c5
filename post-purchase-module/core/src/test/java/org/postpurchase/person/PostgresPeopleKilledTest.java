package org.postpurchase.person;

import org.postpurchase.migrations.testkit.TestDatabase;

final class PostgresPeopleKilledTest extends PeopleKilledContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.postgres();
  }
}
