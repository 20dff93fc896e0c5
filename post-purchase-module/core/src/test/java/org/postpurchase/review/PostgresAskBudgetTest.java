package org.postpurchase.review;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresAskBudgetTest extends AskBudgetContract {
  @Override
  CoreDatabase database() {
    return Databases.postgres();
  }
}
