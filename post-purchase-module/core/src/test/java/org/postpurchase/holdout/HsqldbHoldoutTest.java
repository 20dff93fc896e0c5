package org.postpurchase.holdout;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbHoldoutTest extends HoldoutContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
