package org.postpurchase.click;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresClickTest extends ClickContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
