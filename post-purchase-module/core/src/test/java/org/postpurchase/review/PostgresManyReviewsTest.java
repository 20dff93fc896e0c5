package org.postpurchase.review;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresManyReviewsTest extends ManyReviewsContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
