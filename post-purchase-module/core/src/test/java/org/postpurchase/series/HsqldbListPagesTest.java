package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbListPagesTest extends ListPagesContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
