package org.postpurchase.holdout;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresHoldoutTest extends HoldoutContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
