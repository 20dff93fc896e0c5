package org.postpurchase.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.OrderFact;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplenishmentTest extends OccasionFixture {
  @Test
  void what_lasts_thirty_days_a_piece_is_reminded_of_five_days_before() {
    activate(ReplenishOccasion.KEY, "again");
    buy(of(1, 7, 2));
    days(54);
    assertThat(world.mails.subjects()).isEmpty();
    days(2);
    assertThat(world.mails.subjects()).containsExactly("Again");
    days(100);
    assertThat(world.mails.subjects()).containsExactly("Again");
  }

  @Test
  void ordering_again_puts_it_off_and_cancelling_ends_it() {
    activate(ReplenishOccasion.KEY, "again");
    buy(of(1, 7, 1));
    days(20);
    buy(of(2, 7, 1));
    days(20);
    assertThat(world.mails.subjects()).isEmpty();
    tell(2, OrderFact.CANCELLED);
    days(60);
    assertThat(world.mails.subjects()).isEmpty();
  }

  @Test
  void what_the_shop_says_nothing_about_follows_the_persons_own_interval() {
    activate(ReplenishOccasion.KEY, "again");
    buy(of(1, 9, 1));
    days(40);
    assertThat(world.mails.subjects()).isEmpty();
    buy(of(2, 9, 1));
    days(34);
    assertThat(world.mails.subjects()).isEmpty();
    days(2);
    assertThat(world.mails.subjects()).containsExactly("Again");
  }

  @Test
  void whoever_has_bought_it_once_follows_what_is_usual_and_later_the_own_interval() {
    activate(ReplenishOccasion.KEY, "again");
    usual.put(9L, d(60));
    buy(of(1, 9, 3));
    days(54);
    assertThat(world.mails.subjects()).isEmpty();
    days(2);
    assertThat(world.mails.subjects()).containsExactly("Again");
    buy(of(2, 9, 1));
    days(50);
    assertThat(world.mails.subjects()).as("56 days less 5 are not over").hasSize(1);
    days(2);
    assertThat(world.mails.subjects()).hasSize(2);
  }

  @Test
  void what_the_shop_says_comes_before_what_is_usual() {
    activate(ReplenishOccasion.KEY, "again");
    usual.put(7L, d(300));
    buy(of(1, 7, 1));
    days(26);
    assertThat(world.mails.subjects()).containsExactly("Again");
  }

  @Test
  void nothing_is_noted_while_no_series_waits() {
    buy(of(1, 7, 1));
    assertThat(world.database.count("PP_DUE_OCCASION")).isZero();
  }
}
