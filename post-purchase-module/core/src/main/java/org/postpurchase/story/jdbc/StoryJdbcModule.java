package org.postpurchase.story.jdbc;

import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.story.StoryStore;
import org.postpurchase.story.StoryViews;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class StoryJdbcModule {
  private StoryJdbcModule() {}

  public static StoryStore stories(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcStories(jdbc, inserts);
  }

  public static StoryViews views(JdbcTemplate jdbc) {
    return new JdbcStoryViews(jdbc);
  }
}
