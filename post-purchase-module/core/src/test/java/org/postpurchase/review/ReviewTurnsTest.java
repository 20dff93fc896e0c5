package org.postpurchase.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

/** What authors do again, at the wrong moment or to get around the shop. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewTurnsTest {
  private static final String ADA = "ada@example.com";

  private CoreDatabase database;
  private ReviewWorld world;

  @BeforeAll
  void open() {
    database = Databases.hsqldb();
  }

  @BeforeEach
  void begin() {
    world = new ReviewWorld(database);
    world.publishing(Publishing.ALL_AT_ONCE);
  }

  @Test
  void what_the_shop_has_hidden_is_not_shown_again_by_anything_its_author_does() {
    Review review = one(4);
    world.engine.check().hide(review.id, edition(review), HideReason.ABUSE, "", "eve");
    world.write(1, 10, 4, "A second insult");
    world.write(1, 10, 4, "A third insult");
    assertThat(world.store.find(review.id).get().state).isEqualTo(ReviewState.WAITING);
    world.engine.withdraw().withdraw(1, review.id);
    world.write(1, 10, 5, "The first insult");
    assertThat(world.store.find(review.id).get().state).isEqualTo(ReviewState.WAITING);
    assertThat(world.summary(501)).isEqualTo(ReviewSummary.NONE);
    world.engine.check().publish(review.id, edition(review), "eve");
    world.write(1, 10, 5, "Kind words");
    assertThat(world.store.find(review.id).get().state)
        .as("control: the shop has shown it since")
        .isEqualTo(ReviewState.PUBLISHED);
  }

  @Test
  void a_name_of_which_nobody_sees_anything_is_none() {
    world.arrives(world.order(1, ADA, 501));
    for (String name : List.of("\u200d\u200c", "\u3164", "\u2800 \u2800", "\u115f", " ")) {
      Review review =
          world
              .engine
              .write()
              .write(1, new ReviewDraft(10, 4, "Tea " + name.length(), name, Locale.ENGLISH))
              .review
              .get();
      assertThat(review.nickname).isEmpty();
    }
    ReviewDraft smile = new ReviewDraft(10, 4, "Tea", "\ud83d\ude00\ud83d", Locale.ENGLISH);
    assertThat(world.engine.write().write(1, smile).review.get().nickname)
        .isEqualTo("\ud83d\ude00");
    ReviewDraft address = new ReviewDraft(10, 4, "Tea", "ada\uff20example.com", Locale.ENGLISH);
    assertThat(world.engine.write().write(1, address).problem)
        .contains(WriteProblem.NICKNAME_IS_ADDRESS);
  }

  @Test
  void what_comes_back_between_the_page_and_the_button_is_not_taken_and_an_old_one_can_be_edited() {
    world.arrives(world.order(1, ADA, 501, 502));
    assertThat(world.engine.open().of(1).get().isWritable()).isTrue();
    world.comesBack(10);
    assertThat(world.write(1, 10, 5, "mine").problem).contains(WriteProblem.NOT_THIS_LINE);
    assertThat(world.database.count("PP_REVIEW")).isZero();
    world.write(1, 11, 5, "kept");
    world.comesBack(11);
    assertThat(world.write(1, 11, 2, "came back").problem).isEmpty();
    assertThat(world.recount(502)).isEqualTo(world.summary(502));
  }

  @Test
  void one_photo_twice_is_one_and_two_tabs_lose_no_words_of_the_last() {
    world.arrives(world.order(1, ADA, 501));
    Photo photo = new Photo(String.format("%064x", 9), 8, 8, new byte[] {1}, new byte[] {2});
    ReviewDraft draft = new ReviewDraft(10, 5, "Look", "Ada", Locale.ENGLISH);
    Review review =
        world.engine.write().write(1, draft.photos(List.of(photo, photo), Set.of())).review.get();
    assertThat(review.photos).isEqualTo(1);
    assertThat(world.photos.of(review.id)).hasSize(1);
    ReviewDraft other = new ReviewDraft(10, 3, "From another tab", "Ada", Locale.ENGLISH);
    world.engine.write().write(1, other.photos(List.of(photo), Set.of(photo.sha256)));
    assertThat(world.photos.of(review.id)).as("taken away and added at once").hasSize(1);
    assertThat(world.store.textOf(review.id).get().body).isEqualTo("From another tab");
    assertThat(world.recount(501)).isEqualTo(world.summary(501));
  }

  @Test
  void who_keeps_one_of_two_sizes_has_the_product() {
    world.arrives(world.order(1, ADA, 501, 501));
    Review review = world.write(1, 10, 5, "It fits").review.get();
    world.comesBack(10);
    told(1);
    assertThat(world.store.find(review.id).get().verified).as("the other size is kept").isTrue();
    world.comesBack(11);
    told(1);
    assertThat(world.store.find(review.id).get().verified).isFalse();
    assertThat(world.summary(501).verified).isZero();
  }

  private void told(long order) {
    OrderEvent event =
        new OrderEvent(
            "k", order, OrderFact.LINES_RETURNED, "", EventSource.SERVICE, world.clock.instant());
    database.transactions.run(() -> world.engine.handler().handle(List.of(event)));
  }

  private Review one(int stars) {
    world.arrives(world.order(1, ADA, 501));
    return world.write(1, 10, stars, "First").review.get();
  }

  private int edition(Review review) {
    return world.store.find(review.id).get().edition;
  }
}
