package org.postpurchase.broadleaf.config;

import java.util.function.Supplier;
import org.postpurchase.moment.Moments;
import org.postpurchase.story.CheckStories;
import org.postpurchase.story.GiveRight;
import org.postpurchase.story.StoryStore;
import org.postpurchase.story.StoryViews;
import org.postpurchase.story.jdbc.StoryJdbcModule;

/** Rights to words and photos of customers, put together once for each webapp. */
public final class StoryParts {
  private final StoryStore store;
  private final StoryViews views;
  private final GiveRight rights;
  private final CheckStories check;

  /**
   * @param moments known once the shop runs
   */
  StoryParts(Ground ground, ReviewParts reviews, Supplier<Moments> moments) {
    store = StoryJdbcModule.stories(ground.jdbc, ground.inserts);
    views = StoryJdbcModule.views(ground.jdbc);
    rights =
        new GiveRight(
            store, reviews.getStore(), reviews.getPhotos(), ground.transactions, ground.clock);
    check =
        new CheckStories(
            store,
            reviews.getStore(),
            reviews.getLinks()::of,
            moments,
            ground.transactions,
            ground.clock);
  }

  public StoryStore getStore() {
    return store;
  }

  public StoryViews getViews() {
    return views;
  }

  public GiveRight getRights() {
    return rights;
  }

  public CheckStories getCheck() {
    return check;
  }
}
