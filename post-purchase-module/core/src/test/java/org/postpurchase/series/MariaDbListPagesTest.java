package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbListPagesTest extends ListPagesContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
