package org.postpurchase.content;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresContentTest extends ContentContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
