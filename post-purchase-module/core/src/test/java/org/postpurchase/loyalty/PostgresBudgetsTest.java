package org.postpurchase.loyalty;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresBudgetsTest extends BudgetsContract {
  @Override
  CoreDatabase database() {
    return Databases.postgres();
  }
}
