package org.postpurchase.click;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbClickTest extends ClickContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
