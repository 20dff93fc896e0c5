package org.postpurchase.person;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbPeopleTest extends PeopleContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
