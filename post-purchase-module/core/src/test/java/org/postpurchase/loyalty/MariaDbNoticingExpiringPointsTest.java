package org.postpurchase.loyalty;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbNoticingExpiringPointsTest extends NoticingExpiringPointsContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
