package org.postpurchase.content;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbContentTest extends ContentContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
