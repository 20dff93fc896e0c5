package org.postpurchase.review;

import org.postpurchase.migrations.testkit.TestDatabase;

final class HsqldbReviewsUnderFireTest extends ReviewsUnderFireContract {
  @Override
  TestDatabase fresh() {
    return TestDatabase.hsqldbServed();
  }
}
