package org.postpurchase.shared.jdbc;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbAttemptTest extends AttemptContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
