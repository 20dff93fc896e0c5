package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class MariaDbQuestionsOfABranchTest extends QuestionsOfABranchTest {
  @Override
  CoreDatabase database() {
    return Databases.mariadb();
  }
}
