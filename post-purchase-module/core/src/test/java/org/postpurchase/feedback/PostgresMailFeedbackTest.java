package org.postpurchase.feedback;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresMailFeedbackTest extends MailFeedbackContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
