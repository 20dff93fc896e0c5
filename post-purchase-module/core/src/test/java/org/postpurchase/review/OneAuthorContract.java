package org.postpurchase.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Together;

/** A customer who orders with several mailboxes is one author. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class OneAuthorContract {
  private static final int ADA = 7;
  private ReviewWorld world;

  abstract CoreDatabase shared();

  @BeforeEach
  void ordered_twice() {
    world = new ReviewWorld(shared());
    world.publishing(Publishing.ALL_AT_ONCE);
    world.promised = true;
    world.orderOf(ADA, 1, "ada@home.example", 501);
    world.orderOf(ADA, 2, "ada@work.example", 501, 502);
    world.orderOf(0, 3, "guest@home.example", 501);
    world.orderOf(0, 4, "other@guest.example", 501);
    List.of(1L, 2L, 3L, 4L).forEach(world::arrives);
  }

  @Test
  void a_second_review_of_the_product_is_a_new_version_of_the_first() {
    Review first = world.write(1, 10, 5, "Lovely").review.get();
    Review second = world.write(2, 20, 2, "Less so by now").review.get();

    assertThat(second.id).isEqualTo(first.id);
    assertThat(second.textVersion).isEqualTo(2);
    assertThat(world.summary(501).count()).isEqualTo(1);
    assertThat(world.rewards).containsOnly(first.id);
    assertThat(world.write(2, 21, 4, "Fine").review.get().id)
        .as("another product")
        .isNotEqualTo(first.id);
  }

  @Test
  void the_form_of_the_other_order_shows_what_was_written() {
    Review first = world.write(1, 10, 5, "Lovely").review.get();

    ReviewForm form = world.engine.open().of(2).get();
    assertThat(form.lines.get(0).review)
        .hasValueSatisfying(r -> assertThat(r.id).isEqualTo(first.id));
    assertThat(form.lines.get(1).review).isEmpty();
  }

  @Test
  void guests_with_different_mailboxes_are_different_people() {
    long first = world.write(3, 30, 5, "Lovely").review.get().id;
    long second = world.write(4, 40, 1, "Awful").review.get().id;
    long third = world.write(1, 10, 3, "So so").review.get().id;

    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    assertThat(world.summary(501).count()).isEqualTo(3);
  }

  @Test
  void two_forms_sent_at_the_same_moment_make_one_review() throws Exception {
    for (int round = 0; round < 10; round++) {
      long product = 600 + round;
      long home = world.orderOf(ADA, 100 + 2 * round, "ada@home.example", product);
      long work = world.orderOf(ADA, 101 + 2 * round, "ada@work.example", product);
      world.arrives(home);
      world.arrives(work);

      List<WriteResult> both =
          Together.run(
              2,
              i ->
                  () ->
                      i == 0
                          ? world.write(home, home * 10, 5, "a")
                          : world.write(work, work * 10, 5, "b"));

      assertThat(both).allSatisfy(result -> assertThat(result.problem).isEmpty());
      assertThat(both.get(0).review.get().id).isEqualTo(both.get(1).review.get().id);
      assertThat(world.summary(product).count()).isEqualTo(1);
    }
  }
}
