package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbContactBudgetRaceTest extends ContactBudgetRaceContract {
  @Override
  CoreDatabase database() {
    return Databases.mariadb();
  }
}
