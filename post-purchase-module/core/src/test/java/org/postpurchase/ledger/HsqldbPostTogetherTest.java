package org.postpurchase.ledger;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbPostTogetherTest extends PostTogetherContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
