package org.postpurchase.review;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbReviewsElsewhereTest extends ReviewsElsewhereContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
