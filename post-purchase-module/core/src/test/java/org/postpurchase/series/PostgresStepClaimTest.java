package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresStepClaimTest extends StepClaimContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
