package org.postpurchase.helpdesk;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbHelpDeskTest extends HelpDeskContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
