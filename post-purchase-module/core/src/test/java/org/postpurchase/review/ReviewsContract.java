package org.postpurchase.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ask.Ask;
import org.postpurchase.ask.AskKind;
import org.postpurchase.ask.AskObjection;
import org.postpurchase.ask.AskObjection.Reason;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Together;

/** Reviews from the request to the product's counts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ReviewsContract {
  private static final String ADA = "ada@example.com";
  private ReviewWorld world;

  abstract CoreDatabase shared();

  @BeforeEach
  void empty() {
    world = new ReviewWorld(shared());
  }

  @Test
  void a_review_waits_is_published_and_counts_once_however_often_it_is_saved() {
    world.promised = true;
    long order = world.order(1, ADA, 501);
    world.arrives(order);
    assertThat(world.write(order, 10, 4, "Good").review).isPresent();
    WriteResult again = world.write(order, 10, 4, "Good");
    assertThat(again.repeated).isTrue();
    Review waiting = again.review.get();
    assertThat(waiting.state).isEqualTo(ReviewState.WAITING);
    assertThat(world.summary(501)).isEqualTo(ReviewSummary.NONE);

    CheckReviews check = world.engine.check();
    assertThat(check.publish(waiting.id, waiting.edition, "eve"))
        .isEqualTo(CheckReviews.Outcome.DONE);
    int edition = world.store.find(waiting.id).get().edition;
    assertThat(check.hide(waiting.id, edition, HideReason.ABUSE, "", "eve"))
        .isEqualTo(CheckReviews.Outcome.DONE);
    assertThat(world.summary(501)).isEqualTo(ReviewSummary.NONE);
    assertThat(check.publish(waiting.id, edition, "eve"))
        .as("of a state that was not looked at")
        .isEqualTo(CheckReviews.Outcome.CHANGED_MEANWHILE);
    assertThat(check.publish(waiting.id, edition + 1, "eve")).isEqualTo(CheckReviews.Outcome.DONE);

    Review shown = world.store.find(waiting.id).get();
    assertThat(shown.verified).isTrue();
    assertThat(shown.incentivised).isTrue();
    assertThat(world.summary(501).count()).isEqualTo(1);
    assertThat(world.rewards).as("approve, hide, approve pays once").hasSize(1);
    assertThat(world.told).hasSize(1);
    assertThat(world.store.eventsOf(waiting.id))
        .extracting(e -> e.kind)
        .containsExactly(
            ReviewEvent.Kind.PUBLISHED,
            ReviewEvent.Kind.HIDDEN,
            ReviewEvent.Kind.REWARDED,
            ReviewEvent.Kind.PUBLISHED,
            ReviewEvent.Kind.WRITTEN);
  }

  @Test
  void a_new_version_of_a_shown_review_moves_the_counts_or_waits() {
    world.publishing(Publishing.VERIFIED_AT_ONCE);
    long order = world.order(1, ADA, 501);
    world.arrives(order);
    world.write(order, 10, 5, "Great");
    assertThat(world.summary(501).with(5)).isEqualTo(1);
    world.write(order, 10, 2, "It broke");
    assertThat(world.summary(501).with(5)).isZero();
    assertThat(world.summary(501).with(2)).isEqualTo(1);
    Review waits = world.write(order, 10, 2, "It broke, see www.elsewhere.example").review.get();
    assertThat(waits.state).isEqualTo(ReviewState.WAITING);
    assertThat(world.summary(501)).isEqualTo(ReviewSummary.NONE);
    assertThat(world.store.textsOf(waits.id)).extracting(t -> t.stars).containsExactly(2, 2, 5);
  }

  @Test
  void what_was_not_delivered_or_came_back_is_not_reviewed_and_a_later_return_takes_the_mark() {
    world.publishing(Publishing.ALL_AT_ONCE);
    long order = world.order(1, ADA, 501, 502);
    assertThat(world.write(order, 10, 5, "").problem).contains(WriteProblem.NOT_THIS_LINE);
    world.arrives(order);
    world.comesBack(11);
    assertThat(world.write(order, 11, 5, "").problem).contains(WriteProblem.NOT_THIS_LINE);
    Review review = world.write(order, 10, 1, "Bad").review.get();
    assertThat(world.summary(501).verified).isEqualTo(1);

    world.comesBack(10);
    world.database.transactions.run(() -> world.engine.handler().handle(List.of(returned(order))));

    Review later = world.store.find(review.id).get();
    assertThat(later.state).isEqualTo(ReviewState.PUBLISHED);
    assertThat(later.verified).isFalse();
    assertThat(world.summary(501).verified).isZero();
    assertThat(world.summary(501).with(1)).isEqualTo(1);
  }

  /** netrunnerdb 218, SMF 7776: a letter of four bytes ended in an error of the database. */
  @Test
  void letters_of_four_bytes_are_kept_in_words_and_names() {
    long order = world.order(1, ADA, 501);
    world.arrives(order);
    String words = "Keeps warm \ud83d\ude00\ud83c\udff4\u200d\u2620\ufe0f";
    ReviewDraft draft = new ReviewDraft(10, 5, words, "Ada \ud83c\udf89", Locale.ENGLISH);
    Review review = world.engine.write().write(order, draft).review.get();
    assertThat(world.store.textOf(review.id).get().body).contains("\ud83d\ude00");
    assertThat(world.store.find(review.id).get().nickname).isEqualTo("Ada \ud83c\udf89");
  }

  @Test
  void bad_input_is_refused_with_nothing_kept() {
    long order = world.order(1, ADA, 501);
    world.arrives(order);
    assertThat(world.write(order, 10, 0, "x").problem).contains(WriteProblem.NO_STARS);
    assertThat(world.write(order, 10, 9, "x").problem).contains(WriteProblem.NO_STARS);
    assertThat(world.write(order, 10, 3, "x".repeat(10_000)).problem)
        .contains(WriteProblem.TEXT_TOO_LONG);
    assertThat(world.write(order, 999, 3, "x").problem).contains(WriteProblem.NOT_THIS_LINE);
    assertThat(world.write(77, 10, 3, "x").problem).contains(WriteProblem.CLOSED);
    ReviewDraft named = new ReviewDraft(10, 3, "x", "me@example.com", Locale.ENGLISH);
    assertThat(world.engine.write().write(order, named).problem)
        .contains(WriteProblem.NICKNAME_IS_ADDRESS);
    world.settings = Optional.empty();
    assertThat(world.write(order, 10, 3, "x").problem).contains(WriteProblem.CLOSED);
    assertThat(world.database.count("PP_REVIEW")).isZero();
    assertThat(world.database.count("PP_REVIEW_TEXT")).isZero();
  }

  @Test
  void a_request_names_what_can_be_reviewed_and_says_why_there_is_none() {
    OrderSnapshot order = world.orders.find(world.order(1, ADA, 501, 502)).get();
    assertThat(reason(order, "ask")).contains(Reason.NOTHING_TO_ASK);
    world.arrives(1);
    AskObjection early = objection(order, "ask").get();
    assertThat(early.reason).isEqualTo(Reason.TOO_EARLY_TO_ASK);
    assertThat(early.until).contains(world.clock.instant().plus(Duration.ofDays(10)));
    world.clock.advance(Duration.ofDays(10));
    assertThat(objection(order, "ask")).isEmpty();
    world.comesBack(10);
    assertThat(shown(order)).containsExactly(11L);
    record(order, "ask");
    record(order, "ask");
    assertThat(world.database.count("PP_ASK")).isEqualTo(1);
    assertThat(objection(order, "reminder")).as("one reminder").isEmpty();
    record(order, "reminder");
    assertThat(reason(order, "third")).contains(Reason.ASKED_ENOUGH);

    OrderSnapshot later = world.orders.find(world.order(2, ADA, 502)).get();
    world.arrives(2);
    world.clock.advance(Duration.ofDays(60));
    assertThat(reason(later, "ask")).as("asked within the year").contains(Reason.NOTHING_TO_ASK);
    world.clock.advance(Duration.ofDays(320));
    assertThat(objection(later, "ask")).isEmpty();
    world.write(2, 20, 3, "");
    assertThat(reason(later, "ask")).as("reviewed").contains(Reason.NOTHING_TO_ASK);
  }

  @Test
  void all_kinds_of_requests_share_a_budget_and_a_person_can_stop_them() {
    OrderSnapshot order = world.orders.find(world.order(1, ADA, 501)).get();
    world.arrives(1);
    world.clock.advance(Duration.ofDays(10));
    Instant now = world.clock.instant();
    world.asks.add(
        List.of(
            new Ask(AskKind.SURVEY, ADA, 7, "s", 0, now.minus(Duration.ofDays(20))),
            new Ask(AskKind.REFERRAL, ADA, 8, "r", 0, now.minus(Duration.ofDays(5)))));
    AskObjection budget = objection(order, "ask").get();
    assertThat(budget.reason).isEqualTo(Reason.ASK_BUDGET);
    assertThat(budget.until).contains(now.plus(Duration.ofDays(10)));
    world.clock.advance(Duration.ofDays(10));
    assertThat(objection(order, "ask")).isEmpty();
    world.asks.stop(ADA, true, "TEST", now);
    assertThat(reason(order, "ask")).contains(Reason.ASKS_STOPPED);
    world.asks.stop(ADA, false, "TEST", now);
    assertThat(objection(order, "ask")).isEmpty();
  }

  @Test
  void twenty_changes_of_one_product_at_once_keep_the_counts() throws Exception {
    world.publishing(Publishing.ALL_AT_ONCE);
    for (int i = 0; i < 20; i++) {
      world.arrives(world.order(100 + i, "p" + i + "@example.com", 501));
    }
    Together.run(
        20,
        i ->
            () -> {
              long order = 100 + i;
              Random random = new Random(i);
              for (int n = 0; n < 6; n++) {
                Review r =
                    world.write(order, order * 10, 1 + random.nextInt(5), "v" + n).review.get();
                if (random.nextBoolean()) {
                  world.engine.check().hide(r.id, r.edition, HideReason.ABUSE, "", "eve");
                } else if (random.nextInt(4) == 0) {
                  world.engine.withdraw().withdraw(order, r.id);
                }
              }
              return null;
            });
    assertThat(world.summary(501)).isEqualTo(world.recount(501));
  }

  @Test
  void one_form_sent_eight_times_at_once_is_one_review() throws Exception {
    long order = world.order(1, ADA, 501);
    world.arrives(order);
    List<WriteResult> results = Together.run(8, i -> () -> world.write(order, 10, 5, "Good"));
    assertThat(results).allMatch(r -> r.review.isPresent());
    assertThat(world.database.count("PP_REVIEW")).isEqualTo(1);
    assertThat(world.database.count("PP_REVIEW_TEXT")).isEqualTo(1);
    assertThat(world.told).hasSize(1);
  }

  @Test
  void photos_are_kept_once_shown_when_published_and_gone_when_taken_away() {
    world.publishing(Publishing.ALL_AT_ONCE);
    long order = world.order(1, ADA, 501);
    world.arrives(order);
    Photo photo = new Photo("a".repeat(64), 8, 8, new byte[] {1, 2}, new byte[] {3});
    ReviewDraft draft = new ReviewDraft(10, 5, "Look", "Ada", Locale.ENGLISH);
    Review review =
        world
            .engine
            .write()
            .write(order, draft.photos(List.of(photo), java.util.Set.of()))
            .review
            .get();
    assertThat(review.state).as("somebody looks at photos").isEqualTo(ReviewState.WAITING);
    assertThat(world.photos.published(photo.sha256, true)).isEmpty();
    world.engine.check().publish(review.id, review.edition, "eve");
    assertThat(world.photos.published(photo.sha256, true)).hasValue(new byte[] {3});
    assertThat(world.summary(501).withPhotos).isEqualTo(1);
    ReviewDraft without = new ReviewDraft(10, 5, "Look", "Ada", Locale.ENGLISH);
    world.engine.write().write(order, without.photos(List.of(), java.util.Set.of(photo.sha256)));
    assertThat(world.photos.published(photo.sha256, false)).isEmpty();
    assertThat(world.summary(501)).isEqualTo(world.recount(501));
  }

  private Optional<AskObjection> objection(OrderSnapshot order, String step) {
    return world.engine.asks().objection(order, ADA, step, world.clock.instant());
  }

  private Optional<Reason> reason(OrderSnapshot order, String step) {
    return objection(order, step).map(o -> o.reason);
  }

  private List<Long> shown(OrderSnapshot order) {
    return world
        .engine
        .asks()
        .shown(order, ADA, "ask", Locale.ENGLISH, world.clock.instant())
        .lines
        .stream()
        .map(l -> l.lineId)
        .toList();
  }

  private void record(OrderSnapshot order, String step) {
    world.engine.asks().record(order, ADA, step, world.clock.instant());
  }

  private OrderEvent returned(long order) {
    return new OrderEvent(
        "k", order, OrderFact.LINES_RETURNED, "", EventSource.SERVICE, world.clock.instant());
  }
}
