package org.postpurchase.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ask.AskObjection;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.Seed;

/** What failed in public elsewhere. Those about pictures are in JdkPhotoMakerTest. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownReviewFailuresTest {
  private static final String ADA = "ada@example.com";
  private ReviewWorld world;

  @BeforeEach
  void begin() {
    world = new ReviewWorld(Databases.hsqldb());
    world.publishing(Publishing.ALL_AT_ONCE);
  }

  /** woocommerce 64959: the mail led to a page with nothing to review. */
  @Test
  void v1_what_came_back_is_gone_from_mail_and_page_which_says_why() {
    OrderSnapshot order = world.orders.find(world.order(1, ADA, 501, 502)).get();
    world.arrives(1);
    world.clock.advance(Duration.ofDays(11));
    world.comesBack(10);
    assertThat(shown(order)).containsExactly(11L);
    world.comesBack(11);
    AskObjection why =
        world.engine.asks().objection(order, ADA, "ask", world.clock.instant()).get();
    assertThat(why.reason).isEqualTo(AskObjection.Reason.NOTHING_TO_ASK);
    assertThat(why.detail).contains("Tea 501: NOT_KEPT", "Tea 502: NOT_KEPT");
    ReviewForm page = world.engine.open().of(1).get();
    assertThat(page.isWritable()).isFalse();
    assertThat(page.lines).extracting(l -> l.status).containsOnly(ReviewLine.Status.NOT_KEPT);
  }

  /** mozilla addons-server 1618: a deleted review stayed in the average. */
  @Test
  void v2_counts_change_with_the_review_or_not_at_all() {
    Review review = one(5);
    assertThatThrownBy(
            () ->
                world.database.transactions.run(
                    () -> {
                      world.engine.withdraw().withdraw(1, review.id);
                      throw new IllegalStateException("the power fails before the commit");
                    }))
        .hasMessageContaining("power");
    assertThat(world.summary(501).count()).isEqualTo(1);
    assertThat(world.store.find(review.id).get().state).isEqualTo(ReviewState.PUBLISHED);
    world.engine.withdraw().withdraw(1, review.id);
    assertThat(world.summary(501)).isEqualTo(ReviewSummary.NONE);
  }

  /** Sylius 4238, 8678, 16120: the average was not computed anew on one of the ways. */
  @Test
  void v3_every_way_a_review_changes_moves_the_counts() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int i = 0; i < 6; i++) {
      world.arrives(world.order(100 + i, "p" + i + "@example.com", 501));
    }
    for (int step = 0; step < 120; step++) {
      long order = 100 + random.nextInt(6);
      change(order, random);
      assertThat(world.summary(501))
          .as("seed %d, step %d", seed, step)
          .isEqualTo(world.recount(501));
    }
  }

  private void change(long order, Random random) {
    Review known = world.store.find(501, "p" + (order - 100) + "@example.com").orElse(null);
    switch (known == null ? 0 : random.nextInt(6)) {
      case 1:
        world.engine.check().hide(known.id, known.edition, HideReason.ABUSE, "", "eve");
        break;
      case 2:
        world.engine.check().publish(known.id, known.edition, "eve");
        break;
      case 3:
        world.engine.withdraw().withdraw(order, known.id);
        break;
      case 4:
        if (known.verified) {
          world.database.jdbc.update(
              "update PP_ORDER_LINE set RETURNED_QTY = 1 where ORDER_ID = ?", order);
          told(order);
        }
        break;
      case 5:
        world.database.jdbc.update(
            "update PP_ORDER_LINE set RETURNED_QTY = 0 where ORDER_ID = ?", order);
        told(order);
        break;
      default:
        world.write(order, order * 10, 1 + random.nextInt(5), "v" + random.nextInt(3));
    }
  }

  private void told(long order) {
    OrderEvent event =
        new OrderEvent(
            "k", order, OrderFact.LINES_RETURNED, "", EventSource.SERVICE, world.clock.instant());
    world.database.transactions.run(() -> world.engine.handler().handle(List.of(event)));
  }

  /** mozilla 6986, badgeos 396: approving again paid again. */
  @Test
  void v4_approve_hide_approve_edit_withdraw_and_write_again_pays_once() {
    world.promised = true;
    Review review = one(2);
    CheckReviews check = world.engine.check();
    for (int i = 0; i < 3; i++) {
      check.hide(review.id, edition(review), HideReason.ABUSE, "", "eve");
      check.publish(review.id, edition(review), "eve");
      world.write(1, 10, 1 + i, "again " + i);
      world.engine.withdraw().withdraw(1, review.id);
      world.write(1, 10, 5 - i, "and again " + i);
    }
    assertThat(world.rewards).hasSize(1);
    assertThat(world.told)
        .filteredOn(moment -> moment.trigger.equals(WriteReview.TRIGGER))
        .as("the moment for a code")
        .hasSize(1);
  }

  /** mozilla addons-server 6817: nobody heard that five stars had become one. */
  @Test
  void fewer_stars_are_told_under_the_key_of_the_review_and_more_are_not() {
    Review review = one(4);
    world.write(1, 10, 4, "Other words");
    world.write(1, 10, 5, "Better still");
    assertThat(world.told).hasSize(1);
    world.write(1, 10, 1, "It broke");
    world.write(1, 10, 1, "It broke");
    assertThat(world.told)
        .extracting(moment -> moment.trigger + " " + moment.key)
        .containsExactly("REVIEW_LEFT review:" + review.id, "REVIEW_LOWERED review:" + review.id);
    assertThat(world.told.get(1).values.numberOf("stars")).hasValue(1);
  }

  @Test
  void a_reward_is_taken_back_for_fraud_alone_once_and_never_given_again() {
    world.promised = true;
    Review review = one(5);
    CheckReviews check = world.engine.check();
    for (HideReason reason : HideReason.values()) {
      if (reason != HideReason.FAKE) {
        check.hide(review.id, edition(review), reason, "", "eve");
        check.publish(review.id, edition(review), "eve");
      }
    }
    assertThat(world.rewardsTaken).as("for any other reason").isEmpty();
    check.hide(review.id, edition(review), HideReason.FAKE, "", "eve");
    check.hide(review.id, edition(review), HideReason.FAKE, "again", "eve");
    assertThat(world.rewardsTaken).hasSize(1);
    assertThat(world.store.eventsOf(review.id).get(0).kind)
        .isEqualTo(ReviewEvent.Kind.REWARD_TAKEN_BACK);
    check.publish(review.id, edition(review), "eve");
    assertThat(world.rewards).as("never a second time").hasSize(1);
  }

  @Test
  void a_hidden_review_that_is_edited_comes_back_to_the_queue_and_not_to_the_page() {
    Review review = one(4);
    world.engine.check().hide(review.id, edition(review), HideReason.ABUSE, "", "eve");
    world.write(1, 10, 5, "Now without the insult");
    assertThat(world.store.find(review.id).get().state).isEqualTo(ReviewState.WAITING);
    assertThat(world.summary(501)).isEqualTo(ReviewSummary.NONE);
  }

  @Test
  void a_waiting_review_of_what_came_back_meanwhile_is_published_without_the_mark() {
    world.publishing(Publishing.AFTER_CHECK);
    Review review = one(4);
    assertThat(review.verified).isTrue();
    world.comesBack(10); // and nobody has heard of it yet
    world.engine.check().publish(review.id, edition(review), "eve");
    assertThat(world.store.find(review.id).get().verified).isFalse();
    assertThat(world.summary(501).verified).isZero();
  }

  private int edition(Review review) {
    return world.store.find(review.id).get().edition;
  }

  /** woocommerce 28352, BigCommerce: any purchase made anybody a verified buyer of anything. */
  @Test
  void v5_verified_is_the_delivered_and_kept_line_of_that_product_and_nothing_else() {
    world.order(1, ADA, 501);
    world.order(2, ADA, 502);
    world.arrives(1);
    assertThat(world.write(1, 20, 5, "of another order").problem)
        .contains(WriteProblem.NOT_THIS_LINE);
    assertThat(world.write(2, 20, 5, "not here yet").problem).contains(WriteProblem.NOT_THIS_LINE);
    Review review = world.write(1, 10, 5, "mine").review.get();
    assertThat(review.verified).isTrue();
    assertThat(world.engine.withdraw().withdraw(2, review.id + 1)).isFalse();
    world.order(3, "eve@example.com", 501);
    assertThat(world.engine.withdraw().withdraw(3, review.id)).as("of another").isFalse();
  }

  /** FTC against Fashion Nova: four and five stars were shown at once, and the others never. */
  @Test
  void how_many_stars_decides_nothing_about_when_it_is_shown() {
    long order = 500;
    for (Publishing publishing : Publishing.values()) {
      world.publishing(publishing);
      Set<ReviewState> states = new HashSet<>();
      for (int stars = 1; stars <= 5; stars++) {
        world.arrives(world.order(++order, order + "@example.com", 501));
        states.add(world.write(order, order * 10, stars, "Tea").review.get().state);
        states.add(world.write(order, order * 10, 6 - stars, "Still tea").review.get().state);
      }
      assertThat(states).as(publishing.name()).hasSize(1);
    }
  }

  @Test
  void thirty_photos_are_refused_with_nothing_kept() {
    world.arrives(world.order(1, ADA, 501));
    List<Photo> photos = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      photos.add(new Photo(String.format("%064x", i), 8, 8, new byte[] {1}, new byte[] {2}));
    }
    ReviewDraft draft = new ReviewDraft(10, 5, "Look", "Ada", Locale.ENGLISH);
    assertThat(world.engine.write().write(1, draft.photos(photos, Set.of())).problem)
        .contains(WriteProblem.TOO_MANY_PHOTOS);
    assertThat(world.database.count("PP_REVIEW")).isZero();
    assertThat(world.database.count("PP_REVIEW_PHOTO")).isZero();
    assertThat(world.database.count("PP_REVIEW_IMAGE where SHA256 like '000000%'")).isZero();
  }

  @Test
  void letters_that_turn_a_line_around_and_ones_nobody_sees_are_not_kept() {
    world.arrives(world.order(1, ADA, 501));
    ReviewDraft draft =
        new ReviewDraft(
            10,
            4,
            "good\u202e \u2066tea\u0000 \u0634\u0627\u064a",
            "A\u202eda\u200b\r\n",
            Locale.ENGLISH);
    Review review = world.engine.write().write(1, draft).review.get();
    String kept = world.store.textOf(review.id).get().body + review.nickname;
    assertThat(kept)
        .doesNotContain("\u202e", "\u2066", "\u0000", "\r", "\n")
        .contains("\u0634\u0627\u064a");
  }

  private Review one(int stars) {
    world.arrives(world.order(1, ADA, 501));
    return world.write(1, 10, stars, "First").review.get();
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
}
