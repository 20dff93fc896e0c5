package org.postpurchase.review;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class HsqldbOneAuthorTest extends OneAuthorContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
