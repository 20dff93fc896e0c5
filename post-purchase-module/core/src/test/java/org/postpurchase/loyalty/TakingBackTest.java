package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.ledger.Verb;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.OrderFixture;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TakingBackTest {
  private LoyaltyWorld world;

  @BeforeEach
  void open() {
    world = new LoyaltyWorld(Databases.hsqldb());
    world.rules.add(LoyaltyWorld.spend("EUR=1, JPY=0.01, KWD=3"));
  }

  private long account() {
    return world.engine.ledger().open("main", Owners.ofCustomer(77));
  }

  private void give(long points) {
    PostingRequest request =
        new PostingRequest(Verb.ADJUST, "gift" + points, 0, "GOODWILL", "admin", "");
    world.engine.ledger().adjust(account(), request, points, null);
  }

  @Test
  void a_returned_line_takes_what_was_booked_for_it_even_after_the_rule_is_gone() {
    world.placed(order(1).registered().priced(11, 3, 3_000).priced(12, 1, 4_000));
    world.rules.clear();
    world.returned(1, 11, 1, "a");
    assertThat(world.balance(77).pending).isEqualTo(60);
    world.returned(1, 11, 1, "b");
    assertThat(world.balance(77).pending).isEqualTo(50);
    world.returned(1, 11, 1, "c");
    assertThat(world.balance(77).pending).isEqualTo(40);
    world.returned(1, 12, 1, "d");
    assertThat(world.balance(77).pending).isZero();
  }

  @Test
  void any_way_of_returning_everything_ends_at_zero_and_never_gains_on_the_way() {
    Random random = new Random(20261125);
    String[] currencies = {"EUR", "JPY", "KWD"};
    for (int round = 0; round < 60; round++) {
      OrderFixture fixture =
          order(1000 + round).registered().email(round + "@x.org").in(currencies[round % 3]);
      List<Long> units = new ArrayList<>();
      int lines = 1 + random.nextInt(3);
      for (int l = 0; l < lines; l++) {
        long line = 10L * (1000 + round) + l;
        int quantity = 1 + random.nextInt(4);
        fixture.priced(line, quantity, 1 + random.nextInt(40_000));
        for (int u = 0; u < quantity; u++) {
          units.add(line);
        }
      }
      world.placed(fixture);
      long before = pendingOf(1000 + round);
      java.util.Collections.shuffle(units, random);
      int reference = 0;
      for (long line : units) {
        world.returned(1000 + round, line, 1, "r" + reference++);
        long after = pendingOf(1000 + round);
        assertThat(after).isLessThanOrEqualTo(before);
        before = after;
      }
      assertThat(before).as("round " + round).isZero();
    }
  }

  private long pendingOf(long order) {
    return world.lots(order).stream().mapToLong(l -> l.pending()).sum();
  }

  @Test
  void nothing_is_gained_by_splitting_an_order_in_any_currency() {
    Random random = new Random(7);
    String[] currencies = {"EUR", "JPY", "KWD"};
    for (int round = 0; round < 2_000; round++) {
      String currency = currencies[round % 3];
      long a = random.nextInt(50_000);
      long b = random.nextInt(50_000);
      long whole = points(order(1).in(currency).priced(1, 1, a).priced(2, 1, b));
      long parts =
          points(order(2).in(currency).priced(3, 1, a))
              + points(order(3).in(currency).priced(4, 1, b));
      assertThat(parts).as(currency + " " + a + " + " + b).isLessThanOrEqualTo(whole);
    }
  }

  private long points(OrderFixture order) {
    return ComputeAwards.of(
            order.build(), world.rules, StackingPolicy.BEST_OF, false, world.clock.instant())
        .stream()
        .mapToLong(award -> award.points)
        .sum();
  }

  @Test
  void points_that_were_spent_are_taken_from_others_and_what_is_missing_is_carried() {
    world.placed(order(1).registered().priced(11, 1, 70_000));
    world.delivered(1);
    world.pass(Duration.ofDays(14));
    give(100);
    spend(2, 700);
    world.returned(1, 11, 1, "r");
    assertThat(world.balance(77).usable).isZero();
    assertThat(world.balance(77).shortfall).isEqualTo(600);

    give(1_000);
    assertThat(world.balance(77).usable).isEqualTo(400);
    assertThat(world.balance(77).shortfall).isZero();
  }

  @Test
  void a_forgiven_shortfall_is_on_record_and_nobody_pays_it() {
    world.shortfall = ShortfallPolicy.FORGIVE;
    world.placed(order(1).registered().priced(11, 1, 70_000));
    world.delivered(1);
    world.pass(Duration.ofDays(14));
    spend(2, 700);
    world.returned(1, 11, 1, "r");
    assertThat(world.balance(77).shortfall).isZero();
    assertThat(world.views.history(account(), 2, 0)).anyMatch(p -> p.shortfall == 700);
    assertThat(world.views.forgiven(account()).points).isEqualTo(700);
    give(1_000);
    assertThat(world.balance(77).usable).isEqualTo(1_000);
  }

  private void spend(long order, long points) {
    assertThat(world.engine.redeem().reserve(77, order, "pay" + order, points).get().posted)
        .isTrue();
    world.placed(order(order).registered().priced(order * 10, 2, 4_000));
    assertThat(world.balance(77).held).isZero();
  }

  @Test
  void a_cancelled_order_gives_its_points_back_into_their_lots() {
    give(2_000);
    OrderFixture paid = order(2).registered().priced(20, 2, 4_000);
    assertThat(world.engine.redeem().reserve(77, 2, "pay2", 1_500).get().posted).isTrue();
    assertThat(world.balance(77).held).isEqualTo(1_500);
    world.placed(paid);
    assertThat(world.balance(77).usable).isEqualTo(500);
    world.cancelled(paid, 1);
    assertThat(world.balance(77).usable).isEqualTo(2_000);
    assertThat(world.views.lots(account(), 10).stream().filter(l -> l.cause.code.equals("ADJUST")))
        .allMatch(l -> l.available() == 2_000 && l.spent() == 0);
  }

  @Test
  void a_part_that_comes_back_brings_its_share_of_the_points_back_and_the_last_one_the_rest() {
    give(1_000);
    world.engine.redeem().reserve(77, 2, "pay2", 1_000);
    world.placed(order(2).registered().priced(20, 3, 3_000));
    world.returned(2, 20, 1, "a");
    assertThat(world.balance(77).usable).isEqualTo(333);
    world.returned(2, 20, 1, "b");
    assertThat(world.balance(77).usable).isEqualTo(666);
    world.returned(2, 20, 1, "c");
    assertThat(world.balance(77).usable).isEqualTo(1_000);
  }

  @Test
  void a_hold_whose_checkout_died_is_usable_again_after_its_time() {
    give(1_000);
    world.engine.redeem().reserve(77, 5, "dead", 1_000);
    world.pass(RedeemPoints.HOLD.minusSeconds(1));
    assertThat(world.balance(77).usable).isZero();
    world.pass(Duration.ofSeconds(1));
    assertThat(world.balance(77).usable).isEqualTo(1_000);
  }

  @Test
  void an_order_that_is_placed_after_its_hold_was_released_still_pays() {
    give(1_000);
    world.engine.redeem().reserve(77, 2, "slow", 700);
    world.pass(RedeemPoints.HOLD);
    assertThat(world.balance(77).usable).as("released").isEqualTo(1_000);
    OrderFixture slow = order(2).registered().priced(20, 1, 3_000).paidWithPoints(700);
    world.placed(slow);
    world.engine.handler().handle(List.of(org.postpurchase.testkit.Events.submitted(2)));
    assertThat(world.balance(77).usable).isEqualTo(300);
    world.cancelled(slow, 1);
    assertThat(world.balance(77).usable).isEqualTo(1_000);
  }

  @Test
  void points_that_come_back_expired_live_on_for_the_stated_grace() {
    PostingRequest request = new PostingRequest(Verb.ADJUST, "g", 0, "GOODWILL", "admin", "");
    world
        .engine
        .ledger()
        .adjust(account(), request, 500, world.clock.instant().plus(Duration.ofDays(1)));
    world.engine.redeem().reserve(77, 2, "pay2", 500);
    OrderFixture paid = order(2).registered().priced(20, 1, 3_000);
    world.placed(paid);
    world.pass(Duration.ofDays(5));
    world.cancelled(paid, 1);
    assertThat(world.balance(77).usable).isEqualTo(500);
    world.pass(Duration.ofDays(30));
    assertThat(world.balance(77).usable).isZero();
  }
}
