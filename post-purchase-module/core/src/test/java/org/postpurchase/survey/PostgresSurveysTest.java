package org.postpurchase.survey;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresSurveysTest extends SurveysContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
