package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresDecisionStoreTest extends DecisionStoreContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
