package org.postpurchase.survey;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbSurveyMailsTest extends SurveyMailsContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
