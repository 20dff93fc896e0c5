package org.postpurchase.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ask.AsksWithVoices;
import org.postpurchase.ask.OrderAsks;
import org.postpurchase.ask.Voice;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.review.Photo;
import org.postpurchase.review.PhotoStore;
import org.postpurchase.review.Review;
import org.postpurchase.review.ReviewState;
import org.postpurchase.review.ReviewStore;
import org.postpurchase.review.jdbc.ReviewJdbcModule;
import org.postpurchase.shared.ListPage;
import org.postpurchase.story.jdbc.StoryJdbcModule;
import org.postpurchase.testkit.Committed;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;

/** Rights to words and photos, from giving to taking back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class StoriesContract {
  private static final String ADA = "ada@example.com";
  private static final String SENTENCE = "The shop may show my review.";

  private final SettableClock clock = new SettableClock();
  private final List<Moment> told = new Committed<>();
  private CoreDatabase database;
  private ReviewStore reviews;
  private PhotoStore photos;
  private StoryStore stories;
  private StoryViews views;
  private GiveRight rights;
  private CheckStories check;
  private long review;

  abstract CoreDatabase shared();

  @BeforeEach
  void begin() {
    database = shared();
    for (String table :
        List.of("PP_STORY_EVENT", "PP_STORY", "PP_REVIEW_PHOTO", "PP_REVIEW_TEXT", "PP_REVIEW")) {
      database.jdbc.update("delete from " + table);
    }
    reviews = ReviewJdbcModule.reviews(database.jdbc, database.inserts);
    photos = ReviewJdbcModule.photos(database.jdbc, database.inserts);
    stories = StoryJdbcModule.stories(database.jdbc, database.inserts);
    views = StoryJdbcModule.views(database.jdbc);
    rights = new GiveRight(stories, reviews, photos, database.transactions, clock);
    check =
        new CheckStories(
            stories,
            reviews,
            order -> "link/" + order,
            () -> new Told(),
            database.transactions,
            clock);
    review =
        database.transactions.call(
            () ->
                reviews
                    .add(
                        Review.about(new Review.Place(501, ADA, 7, 70, 3))
                            .stars(5)
                            .state(ReviewState.PUBLISHED)
                            .by("Ada", "en")
                            .at(clock.instant(), clock.instant())
                            .build(),
                        "Lovely tea",
                        "")
                    .get());
    database.jdbc.update("update PP_REVIEW set STATE = 'PUBLISHED' where REVIEW_ID = ?", review);
  }

  private final class Told implements Moments {
    @Override
    public int report(Collection<Moment> moments) {
      told.addAll(moments);
      return 0;
    }

    @Override
    public Optional<Audience> audience(String trigger) {
      return Optional.empty();
    }
  }

  private static Photo photo(char c) {
    return new Photo(String.valueOf(c).repeat(64), 8, 8, new byte[] {1}, new byte[] {2});
  }

  private void give(StoryUse... uses) {
    assertThat(rights.give(review, ADA, EnumSet.copyOf(List.of(uses)), SENTENCE)).isTrue();
  }

  private void showAll() {
    for (ShownStory each : views.page(StoryState.WAITING, ListPage.newest(50)).rows) {
      assertThat(check.show(each.story.id, each.story.edition, "eve"))
          .isEqualTo(CheckStories.Outcome.DONE);
    }
  }

  private List<ShownStory> gallery() {
    return views.shown(StoryUse.GALLERY, null, 501, 10);
  }

  @Test
  void words_and_photos_are_shown_where_their_owner_allows_and_staff_chose() {
    database.transactions.run(() -> photos.add(review, photo('a'), clock.instant()));
    give(StoryUse.GALLERY);
    give(StoryUse.GALLERY);
    assertThat(database.count("PP_STORY")).isEqualTo(2);
    assertThat(database.count("PP_STORY_EVENT")).as("the same again is nothing").isEqualTo(2);
    assertThat(gallery()).as("staff has not chosen").isEmpty();
    showAll();
    assertThat(gallery()).hasSize(2).allMatch(s -> s.words.equals("Lovely tea"));
    assertThat(gallery().get(0).story.consentText).isEqualTo(SENTENCE);
    assertThat(views.shown(StoryUse.MAIL, null, 0, 10)).as("not for mails").isEmpty();
    give(StoryUse.GALLERY, StoryUse.MAIL);
    assertThat(views.shown(StoryUse.MAIL, StoryKind.TESTIMONIAL, 0, 10)).hasSize(1);
  }

  @Test
  void taking_it_back_ends_every_use_at_once_and_nobody_else_can() {
    database.transactions.run(() -> photos.add(review, photo('b'), clock.instant()));
    give(StoryUse.GALLERY, StoryUse.MAIL);
    showAll();
    assertThat(rights.withdraw(review, "eve@example.com")).as("of another").isFalse();
    assertThat(gallery()).hasSize(2);
    assertThat(voices()).hasSize(1);
    assertThat(rights.withdraw(review, ADA)).isTrue();
    assertThat(gallery()).isEmpty();
    assertThat(voices()).isEmpty();
    Story gone = views.ofContact(ADA).get(0);
    assertThat(gone.state).isEqualTo(StoryState.WITHDRAWN);
    assertThat(check.show(gone.id, gone.edition, "eve"))
        .as("staff cannot bring it back")
        .isEqualTo(CheckStories.Outcome.NOTHING_TO_DO);
    give(StoryUse.GALLERY);
    assertThat(gallery()).as("given again it is chosen again").isEmpty();
    showAll();
    assertThat(gallery()).hasSize(2);
  }

  @Test
  void a_review_that_leaves_its_page_and_a_photo_that_is_taken_away_leave_the_gallery_too() {
    database.transactions.run(() -> photos.add(review, photo('c'), clock.instant()));
    give(StoryUse.GALLERY);
    showAll();
    database.transactions.run(() -> photos.remove(review, photo('c').sha256, clock.instant()));
    assertThat(gallery()).extracting(s -> s.story.kind).containsExactly(StoryKind.TESTIMONIAL);
    database.jdbc.update("update PP_REVIEW set STATE = 'HIDDEN' where REVIEW_ID = ?", review);
    assertThat(gallery()).isEmpty();
  }

  @Test
  void the_author_is_asked_once_with_a_link_and_the_answer_is_kept_word_for_word() {
    assertThat(check.ask(review, "eve")).isEqualTo(CheckStories.Outcome.DONE);
    assertThat(check.ask(review, "eve")).isEqualTo(CheckStories.Outcome.NOTHING_TO_DO);
    assertThat(told).hasSize(1);
    assertThat(rights.isAsked(review)).isTrue();
    assertThat(gallery()).isEmpty();
    Story asked = views.ofContact(ADA).get(0);
    assertThat(check.show(asked.id, asked.edition, "eve"))
        .as("asking is no right")
        .isEqualTo(CheckStories.Outcome.NOTHING_TO_DO);
    give(StoryUse.GALLERY);
    assertThat(rights.isAsked(review)).isFalse();
    assertThat(rights.usesOf(review)).containsExactly(StoryUse.GALLERY);
    showAll();
    assertThat(gallery()).hasSize(1);
  }

  @Test
  void staff_notes_that_an_owner_wrote_to_the_shop_and_it_is_final() {
    give(StoryUse.GALLERY);
    showAll();
    Story story = views.ofContact(ADA).get(0);
    assertThat(check.withdraw(story.id, "eve")).isEqualTo(CheckStories.Outcome.DONE);
    assertThat(check.withdraw(story.id, "eve")).isEqualTo(CheckStories.Outcome.NOTHING_TO_DO);
    assertThat(gallery()).isEmpty();
    Story gone = views.ofContact(ADA).get(0);
    assertThat(check.show(gone.id, gone.edition, "eve"))
        .isEqualTo(CheckStories.Outcome.NOTHING_TO_DO);
  }

  @Test
  void an_uploaded_picture_is_served_while_it_is_shown_and_no_longer_than_its_right() {
    String sha256 = photo('d').sha256;
    Story upload =
        Story.of(StoryKind.PHOTO, "campaign:1:d", new Story.Origin(0, 1, 0, ADA))
            .by("Ada", Locale.ENGLISH)
            .picture(sha256)
            .given(EnumSet.of(StoryUse.GALLERY), SENTENCE, clock.instant())
            .created(clock.instant())
            .build();
    database.transactions.run(
        () -> {
          photos.keep(photo('d'), clock.instant());
          stories.add(upload);
        });
    assertThat(photos.published(sha256, true)).as("waits for staff").isEmpty();
    showAll();
    assertThat(photos.published(sha256, true)).isPresent();
    Story shown = views.ofContact(ADA).get(0);
    check.hide(shown.id, shown.edition, "eve");
    assertThat(photos.published(sha256, true)).as("hidden").isEmpty();
    check.show(shown.id, shown.edition + 1, "eve");
    assertThat(photos.published(sha256, false)).isPresent();
    assertThat(check.withdraw(shown.id, "eve")).isEqualTo(CheckStories.Outcome.DONE);
    assertThat(photos.published(sha256, false)).as("taken back").isEmpty();
  }

  @Test
  void a_story_of_an_older_edition_is_not_moved_and_many_at_once_are_one() throws Exception {
    Together.run(6, i -> () -> rights.give(review, ADA, EnumSet.of(StoryUse.GALLERY), SENTENCE));
    assertThat(database.count("PP_STORY")).isEqualTo(1);
    Story story = views.ofContact(ADA).get(0);
    assertThat(check.show(story.id, story.edition - 1, "eve"))
        .isEqualTo(CheckStories.Outcome.CHANGED_MEANWHILE);
    assertThat(check.show(-1, 1, "eve")).isEqualTo(CheckStories.Outcome.MISSING);
  }

  /** What a mail in English would quote. */
  private List<Voice> voices() {
    Instant now = clock.instant();
    OrderFixture order = OrderFixture.order(9).email("bob@example.com").line(90, 1);
    return new AsksWithVoices(
            OrderAsks.NONE,
            () ->
                views.shown(StoryUse.MAIL, StoryKind.TESTIMONIAL, 0, 10).stream()
                    .map(s -> new Voice(s.words, "", s.stars, false, s.story.locale))
                    .toList())
        .knowing(List.of(order.build()), now)
        .shown(order.build(), "bob@example.com", "x", Locale.ENGLISH, now)
        .voices;
  }
}
