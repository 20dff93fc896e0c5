package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbMemberMomentsTest extends MemberMomentsContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
