package org.postpurchase.survey;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbSurveyMailsTest extends SurveyMailsContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
