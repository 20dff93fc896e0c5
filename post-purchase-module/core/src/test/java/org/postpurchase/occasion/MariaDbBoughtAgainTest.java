package org.postpurchase.occasion;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbBoughtAgainTest extends BoughtAgainContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
