package org.postpurchase.sms;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresTextMessagesTest extends TextMessagesContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
