package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresBackfillTest extends BackfillContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
