package org.postpurchase.service;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbCasesTest extends CasesContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
