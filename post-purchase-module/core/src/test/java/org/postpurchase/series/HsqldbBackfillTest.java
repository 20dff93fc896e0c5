package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbBackfillTest extends BackfillContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
