package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresContactBudgetRaceTest extends ContactBudgetRaceContract {
  @Override
  CoreDatabase database() {
    return Databases.postgres();
  }
}
