package org.postpurchase.review;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbReviewsTest extends ReviewsContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
