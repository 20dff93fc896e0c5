package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class PostgresStepsInSetsTest extends StepsInSetsContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
