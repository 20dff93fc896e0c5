package org.postpurchase.recommend;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbBuildingTest extends BuildingContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
