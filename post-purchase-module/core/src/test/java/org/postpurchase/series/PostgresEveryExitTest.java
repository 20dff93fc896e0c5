package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class PostgresEveryExitTest extends EveryExitTest {
  @Override
  CoreDatabase database() {
    return Databases.postgres();
  }
}
