package org.postpurchase.sms;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbProviderSaysTest extends ProviderSaysContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
