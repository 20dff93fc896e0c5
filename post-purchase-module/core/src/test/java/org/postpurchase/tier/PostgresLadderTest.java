package org.postpurchase.tier;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresLadderTest extends LadderContract {
  @Override
  CoreDatabase database() {
    return Databases.postgres();
  }
}
