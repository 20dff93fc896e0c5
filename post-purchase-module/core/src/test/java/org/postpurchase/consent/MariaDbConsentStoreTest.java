package org.postpurchase.consent;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbConsentStoreTest extends ConsentStoreContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
