package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbStepClaimTest extends StepClaimContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
