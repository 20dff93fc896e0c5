package org.postpurchase.splittest;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbSplitTestTest extends SplitTestContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
