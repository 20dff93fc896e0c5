package org.postpurchase.person;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresPeopleTest extends PeopleContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
