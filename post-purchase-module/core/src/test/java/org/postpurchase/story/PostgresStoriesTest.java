package org.postpurchase.story;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresStoriesTest extends StoriesContract {
  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }
}
