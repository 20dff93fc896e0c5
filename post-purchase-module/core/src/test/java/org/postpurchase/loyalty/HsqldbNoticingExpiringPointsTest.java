package org.postpurchase.loyalty;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbNoticingExpiringPointsTest extends NoticingExpiringPointsContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
