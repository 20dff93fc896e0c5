package org.postpurchase.broadleaf.config;

import java.util.Collections;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.ask.Voice;
import org.postpurchase.ask.Voices;
import org.postpurchase.moment.Moments;
import org.postpurchase.review.ReviewSettingsReader;
import org.postpurchase.story.CheckStories;
import org.postpurchase.story.GiveRight;
import org.postpurchase.story.StoryKind;
import org.postpurchase.story.StoryStore;
import org.postpurchase.story.StoryUse;
import org.postpurchase.story.StoryViews;
import org.postpurchase.story.jdbc.StoryJdbcModule;

/** Rights to words and photos of customers, put together once for each webapp. */
public final class StoryParts {
  /** Enough for a few in each language. */
  private static final int VOICES_READ = 30;

  private final ReviewSettingsReader settings;
  public final StoryStore store;
  public final StoryViews views;
  public final GiveRight rights;
  public final CheckStories check;

  /**
   * @param moments known once the shop runs
   */
  StoryParts(Infrastructure base, ReviewParts reviews, Supplier<Moments> moments) {
    settings = reviews.settings;
    store = StoryJdbcModule.stories(base.jdbc, base.inserts);
    views = StoryJdbcModule.views(base.jdbc);
    rights = new GiveRight(store, reviews.store, reviews.photos, base.transactions, base.clock);
    check =
        new CheckStories(
            store, reviews.store, reviews.links::of, moments, base.transactions, base.clock);
  }

  /** What mails may quote now: of words that staff chose and whose owners agreed to mails. */
  Voices voices() {
    return () ->
        settings.active().filter(s -> s.gallery).isPresent()
            ? views.shown(StoryUse.MAIL, StoryKind.TESTIMONIAL, 0, VOICES_READ).stream()
                .map(
                    s ->
                        new Voice(
                            s.words, s.story.nickname, s.stars, s.incentivised, s.story.locale))
                .collect(Collectors.toList())
            : Collections.<Voice>emptyList();
  }
}
