package org.postpurchase.referral;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbInvitationTest extends InvitationContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
