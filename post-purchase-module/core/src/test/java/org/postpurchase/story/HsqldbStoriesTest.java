package org.postpurchase.story;

import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbStoriesTest extends StoriesContract {
  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }
}
