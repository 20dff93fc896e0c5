package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresMemberMomentsTest extends MemberMomentsContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
