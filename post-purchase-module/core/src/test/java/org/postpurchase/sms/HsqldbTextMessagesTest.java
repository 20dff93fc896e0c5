package org.postpurchase.sms;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbTextMessagesTest extends TextMessagesContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
