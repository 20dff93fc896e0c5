package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLine;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.OrderFixture;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EarningPointsTest {
  private LoyaltyWorld world;

  @BeforeEach
  void open() {
    world = new LoyaltyWorld(Databases.hsqldb());
    world.rules.add(LoyaltyWorld.spend("EUR=1"));
  }

  private static OrderFixture ada(long id) {
    return order(id).registered();
  }

  @Test
  void points_are_pending_until_the_return_window_of_their_line_ends() {
    world.placed(ada(1).priced(11, 1, 2_599).priced(12, 2, 1_401));
    assertThat(world.balance(77).pending).isEqualTo(40);
    assertThat(world.lots(1)).extracting(l -> l.issued).containsExactly(26L, 14L);
    assertThat(world.lots(1).get(0).maturesAt())
        .isEqualTo(world.clock.instant().atZone(LoyaltyWorld.ZONE).plusDays(30).toInstant());

    world.pass(Duration.ofDays(2));
    world.delivered(1);
    assertThat(world.lots(1).get(0).maturesAt())
        .isEqualTo(world.clock.instant().plus(Duration.ofDays(14)));
    world.pass(Duration.ofDays(14).minusSeconds(1));
    assertThat(world.balance(77).usable).isZero();
    world.pass(Duration.ofSeconds(1));
    assertThat(world.balance(77).usable).isEqualTo(40);
    assertThat(world.balance(77).pending).isZero();
  }

  @Test
  void points_expire_at_the_end_of_the_shops_month_and_a_late_sweep_changes_nothing() {
    world.placed(ada(1).priced(11, 1, 10_000));
    world.delivered(1);
    Instant expiry = Instant.parse("2027-03-31T22:00:00Z");
    assertThat(world.lots(1).get(0).expiresAt()).isEqualTo(expiry);
    assertThat(expiry.atZone(ZoneId.of("Europe/Berlin")).toLocalTime()).hasToString("00:00");

    world.clock.set(expiry.minusSeconds(1));
    assertThat(world.balance(77).pending).as("nothing ran for a year").isEqualTo(100);
    world.run();
    assertThat(world.balance(77).usable).isEqualTo(100);
    world.clock.set(expiry.plus(Duration.ofDays(7)));
    assertThat(world.balance(77).usable).as("not even before the sweep").isZero();
    world.run();
    assertThat(world.lots(1).get(0).expired()).isEqualTo(100);
  }

  @Test
  void the_same_order_pays_once_whatever_is_replayed_or_edited() {
    OrderFixture order = ada(1).priced(11, 1, 5_000);
    world.placed(order);
    for (int i = 0; i < 5; i++) {
      world.engine.handler().handle(List.of(org.postpurchase.testkit.Events.submitted(1)));
    }
    world.rules.set(0, LoyaltyWorld.spend("EUR=7"));
    world.engine.handler().handle(List.of(org.postpurchase.testkit.Events.submitted(1)));
    assertThat(world.balance(77).pending).isEqualTo(50);
  }

  @Test
  void cancelled_and_placed_again_pays_again_exactly_once() {
    OrderFixture order = ada(1).priced(11, 1, 5_000);
    world.placed(order);
    for (int life = 1; life <= 5; life++) {
      world.cancelled(order, life);
      assertThat(world.balance(77).pending).as("cancelled").isZero();
      world.placed(order, life + 1);
      assertThat(world.balance(77).pending).as("placed again").isEqualTo(50);
    }
    world.happened(1, OrderFact.CANCELLED, 3);
    assertThat(world.balance(77).pending).as("an old cancellation").isEqualTo(50);
  }

  @Test
  void only_what_is_paid_in_money_earns() {
    OrderLine.Goods giftCard = new OrderLine.Goods(5, Set.of(), false);
    world.placed(
        ada(1)
            .priced(11, 1, 6_000)
            .priced(12, 1, 4_000)
            .priced(13, 1, 5_000)
            .of(giftCard)
            .discount(1_500)
            .paidWithPoints(2_700));
    // 15,000 less 10 % and 20 % of the rest; the gift card's part earns nothing
    assertThat(world.lots(1)).extracting(l -> l.cause.baseMinor).containsExactly(4_320L, 2_880L);
    assertThat(world.balance(77).pending).isEqualTo(72);
  }

  @Test
  void nothing_is_earned_before_the_programme_was_switched_on_or_while_it_is_off() {
    world.activeSince = world.clock.instant().plusSeconds(1);
    world.placed(ada(1).priced(11, 1, 5_000));
    world.clock.advance(Duration.ofSeconds(2));
    world.active = false;
    world.placed(ada(2).priced(21, 1, 5_000));
    assertThat(world.balance(77).pending).isZero();
    world.active = true;
    world.engine.handler().handle(List.of(org.postpurchase.testkit.Events.submitted(1)));
    assertThat(world.balance(77).pending).as("the past").isZero();
  }

  @Test
  void several_multipliers_follow_the_stacking_policy() {
    EarningRule.Limits always = EarningRule.Limits.NONE;
    world.rules.add(LoyaltyWorld.rule(2, EarningRuleTypes.MULTIPLY, "", 0, 200, always));
    world.rules.add(LoyaltyWorld.rule(3, EarningRuleTypes.MULTIPLY, "", 0, 300, always));
    long order = 1;
    for (StackingPolicy policy : StackingPolicy.values()) {
      world.stacking = policy;
      world.placed(ada(order).email(policy + "@x.org").priced(order * 10, 1, 1_000));
      order++;
    }
    assertThat(issued(1)).as("ADD").isEqualTo(40);
    assertThat(issued(2)).as("MULTIPLY").isEqualTo(60);
    assertThat(issued(3)).as("BEST_OF").isEqualTo(30);
  }

  private long issued(long order) {
    return world.lots(order).stream().mapToLong(l -> l.issued).sum();
  }

  @Test
  void a_campaign_counts_at_the_moment_of_the_order() {
    Instant from = world.clock.instant().plus(Duration.ofDays(1));
    world.rules.add(
        LoyaltyWorld.rule(
            2,
            EarningRuleTypes.MULTIPLY,
            "",
            0,
            200,
            new EarningRule.Limits(
                from, from.plus(Duration.ofDays(2)), 0, 0, EarningRule.Period.EVER)));
    world.placed(ada(1).priced(11, 1, 1_000));
    world.pass(Duration.ofDays(1));
    world.placed(ada(2).priced(21, 1, 1_000));
    world.pass(Duration.ofDays(2));
    world.placed(ada(3).priced(31, 1, 1_000));
    assertThat(issued(1)).isEqualTo(10);
    assertThat(issued(2)).isEqualTo(20);
    assertThat(issued(3)).isEqualTo(10);
  }

  @Test
  void limits_for_an_order_and_for_a_customer_are_kept() {
    world.rules.set(
        0,
        LoyaltyWorld.rule(
            1,
            EarningRuleTypes.SPEND,
            "EUR=1",
            0,
            0,
            new EarningRule.Limits(null, null, 60, 100, EarningRule.Period.MONTH)));
    world.placed(ada(1).priced(11, 1, 9_000).priced(12, 1, 1_000));
    assertThat(issued(1)).isEqualTo(60);
    world.placed(ada(2).priced(21, 1, 9_000));
    assertThat(issued(2)).isEqualTo(40);
    world.placed(ada(3).priced(31, 1, 9_000));
    assertThat(issued(3)).isZero();
    world.pass(Duration.ofDays(31));
    world.placed(ada(4).priced(41, 1, 9_000));
    assertThat(issued(4)).as("next month").isEqualTo(60);
  }

  @Test
  void the_first_order_is_paid_for_once_and_an_event_once_for_each_occurrence() {
    EarningRule.Limits never = EarningRule.Limits.NONE;
    world.rules.add(LoyaltyWorld.rule(2, EarningRuleTypes.FIRST_ORDER, "", 200, 0, never));
    world.rules.add(LoyaltyWorld.rule(3, EarningRuleTypes.EVENT, "", 100, 0, never));
    world.placed(ada(1).priced(11, 1, 1_000));
    world.pass(Duration.ofDays(1));
    world.placed(ada(2).priced(21, 1, 1_000));
    assertThat(issued(1)).isEqualTo(210);
    assertThat(issued(2)).isEqualTo(10);

    world.engine.events().award(77, "birthday", "2026");
    world.engine.events().award(77, "BIRTHDAY", "2026");
    assertThat(world.balance(77).usable).isEqualTo(100);
    world.engine.events().award(77, "BIRTHDAY", "2027");
    assertThat(world.balance(77).usable).isEqualTo(200);
  }

  @Test
  void what_was_given_for_one_happening_is_taken_back_once_and_nothing_else() {
    EarningRule.Limits never = EarningRule.Limits.NONE;
    world.rules.add(LoyaltyWorld.rule(3, EarningRuleTypes.EVENT, "", 100, 0, never));
    world.engine.events().award(77, "BIRTHDAY", "1");
    world.engine.events().award(77, "BIRTHDAY", "12");
    world.rules.clear();
    TakeBackAward back =
        new TakeBackAward(world, world.views, world.engine.ledger(), world.database.transactions);
    assertThat(back.takeBack(77, "BIRTHDAY", "1", "FRAUD")).isTrue();
    assertThat(back.takeBack(77, "BIRTHDAY", "1", "FRAUD")).isFalse();
    assertThat(back.takeBack(78, "BIRTHDAY", "1", "FRAUD")).as("has no account").isFalse();
    assertThat(world.balance(77).usable).isEqualTo(100);
  }

  @Test
  void a_guests_points_wait_until_they_are_claimed_and_can_be_given_up_again() {
    world.placed(order(1).priced(11, 1, 5_000));
    assertThat(world.balance(77).pending).as("not by an equal address or id").isZero();
    world.engine.claims().claim(1, 99);
    world.engine.claims().claim(1, 99);
    assertThat(world.balance(99).pending).isEqualTo(50);

    world.delivered(1);
    world.pass(Duration.ofDays(30));
    assertThat(world.balance(99).usable).isEqualTo(50);
    world.engine.claims().giveUp(1, "mistake");
    assertThat(world.balance(99).usable).isZero();
    world.returned(1, 11, 1, "r");
    assertThat(world.lots(1).get(0).reversed()).isEqualTo(50);
  }
}
