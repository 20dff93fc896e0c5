package org.postpurchase.review;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class MariaDbReviewsElsewhereTest extends ReviewsElsewhereContract {
  @Override
  CoreDatabase shared() {
    return Databases.mariadb();
  }
}
