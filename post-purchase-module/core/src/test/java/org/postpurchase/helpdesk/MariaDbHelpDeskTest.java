package org.postpurchase.helpdesk;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbHelpDeskTest extends HelpDeskContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
