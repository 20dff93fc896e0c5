package org.postpurchase.shared.jdbc;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbAttemptTest extends AttemptContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
