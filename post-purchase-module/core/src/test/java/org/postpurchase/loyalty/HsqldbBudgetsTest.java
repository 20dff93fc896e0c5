package org.postpurchase.loyalty;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbBudgetsTest extends BudgetsContract {
  @Override
  CoreDatabase database() {
    return Databases.hsqldb();
  }
}
