package org.postpurchase.series;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

class PostgresQuestionsOfABranchTest extends QuestionsOfABranchTest {
  @Override
  CoreDatabase database() {
    return Databases.postgres();
  }
}
