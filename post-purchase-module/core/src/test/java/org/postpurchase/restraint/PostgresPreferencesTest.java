package org.postpurchase.restraint;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresPreferencesTest extends PreferencesContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
