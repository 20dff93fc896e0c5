package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class HsqldbStepsInSetsTest extends StepsInSetsContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
