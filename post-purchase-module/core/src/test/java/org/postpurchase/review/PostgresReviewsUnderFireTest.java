package org.postpurchase.review;

import org.postpurchase.migrations.testkit.TestDatabase;

final class PostgresReviewsUnderFireTest extends ReviewsUnderFireContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.postgres();
  }
}
