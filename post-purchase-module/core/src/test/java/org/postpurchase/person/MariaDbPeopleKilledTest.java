package org.postpurchase.person;

import org.postpurchase.migrations.testkit.TestDatabase;

final class MariaDbPeopleKilledTest extends PeopleKilledContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.mariadb();
  }
}
