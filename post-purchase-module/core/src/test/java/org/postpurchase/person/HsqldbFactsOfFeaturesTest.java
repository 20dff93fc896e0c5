package org.postpurchase.person;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbFactsOfFeaturesTest extends FactsOfFeaturesContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
