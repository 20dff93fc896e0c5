package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbDecisionStoreTest extends DecisionStoreContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
