package org.postpurchase.recommend;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbBuildingTest extends BuildingContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
