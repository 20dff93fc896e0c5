package org.postpurchase.review;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class MariaDbOneAuthorTest extends OneAuthorContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
