package org.postpurchase.person;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbPeopleTest extends PeopleContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
