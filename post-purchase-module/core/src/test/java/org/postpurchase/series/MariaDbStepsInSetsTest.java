package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class MariaDbStepsInSetsTest extends StepsInSetsContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
