package org.postpurchase.review;

import org.postpurchase.migrations.testkit.TestDatabase;

final class MariaDbReviewsUnderFireTest extends ReviewsUnderFireContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.mariadb();
  }
}
