package org.postpurchase.person;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbFactsOfFeaturesTest extends FactsOfFeaturesContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
