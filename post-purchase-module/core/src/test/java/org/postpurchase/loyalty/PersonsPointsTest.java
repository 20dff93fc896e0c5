package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderState;
import org.postpurchase.shared.Money;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.tier.TierPolicy;

/** What is about a person is judged for the person, by what was kept and when it happened. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonsPointsTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static CoreDatabase database;
  private LoyaltyWorld world;

  @BeforeAll
  static void open() {
    database = Databases.hsqldb();
  }

  @BeforeEach
  void begin() {
    world = new LoyaltyWorld(database);
    world.rules.add(LoyaltyWorld.spend("EUR=1"));
  }

  private static EarningRule firstOrder(long points, EarningRule.Limits limits) {
    return LoyaltyWorld.rule(2, EarningRuleTypes.FIRST_ORDER, "", points, 0, limits);
  }

  private static EarningRule.Limits perCustomer(long points, EarningRule.Period period) {
    return new EarningRule.Limits(null, null, 0, points, period);
  }

  private static EarningRule spendUpTo(long points, EarningRule.Period period) {
    return LoyaltyWorld.rule(1, EarningRuleTypes.SPEND, "EUR=1", 0, 0, perCustomer(points, period));
  }

  private static OrderFixture guest(long id, String email, long minor) {
    return order(id).customer(900 + id).email(email).priced(id * 10 + 1, 1, minor);
  }

  private static OrderFixture of(long id, long minor) {
    return order(id).registered().customer(71).priced(id * 10 + 1, 1, minor);
  }

  private long points(long customer) {
    return world.balance(customer).pending + world.balance(customer).usable;
  }

  @Test
  void five_orders_of_guests_that_one_account_claims_have_one_first_order() {
    world.rules.clear();
    world.rules.add(firstOrder(200, perCustomer(200, EarningRule.Period.EVER)));
    for (int i = 1; i <= 5; i++) {
      world.placed(guest(i, "guest" + i + "@example.com", 1_000));
    }
    long taken = 0;
    for (int i : new int[] {3, 1, 5, 4, 2}) {
      taken += world.engine.claims().take(i, 71).get().takenBack;
    }

    assertThat(List.of(points(71), taken)).containsExactly(200L, 800L);
    assertThat(world.lots(1).get(0).clawed()).isZero();
  }

  @Test
  void a_mailbox_is_one_guest_however_it_is_spelled() {
    world.rules.clear();
    world.rules.add(spendUpTo(100, EarningRule.Period.EVER));
    world.placed(guest(1, "Karl@b\u00fccher.example", 9_000));
    world.placed(guest(2, "karl@xn--bcher-kva.example", 9_000));

    assertThat(world.lots(1).get(0).issued).isEqualTo(90);
    assertThat(world.lots(2).get(0).issued).isEqualTo(10);
  }

  @Test
  void what_is_promised_to_a_guest_counts_all_orders_of_the_mailbox() {
    world.rules.clear();
    world.rules.add(spendUpTo(100, EarningRule.Period.EVER));
    world.placed(guest(1, "Karl@b\u00fccher.example", 9_000));
    OrderFixture second = guest(2, "karl@xn--bcher-kva.example", 9_000);
    world.orders.with(second.state(OrderState.OPEN));

    assertThat(world.engine.show().ofOrder(2, 902).get().points).isEqualTo(10);
  }

  @Test
  void a_claim_given_up_leaves_everybody_as_before() {
    world.rules.add(firstOrder(200, EarningRule.Limits.NONE));
    world.placed(guest(1, "first@example.com", 1_000));
    world.pass(Duration.ofHours(1));
    world.placed(of(2, 2_000));
    assertThat(points(71)).isEqualTo(220);
    world.engine.claims().take(1, 71);
    assertThat(points(71)).isEqualTo(10 + 20 + 200);
    world.engine.claims().giveUp(1, "mistake");

    assertThat(points(71)).isEqualTo(220);
  }

  @Test
  void the_first_order_that_is_kept_has_the_points_for_it() {
    world.rules.add(firstOrder(200, EarningRule.Limits.NONE));
    OrderFixture first = of(1, 1_000);
    world.placed(first);
    world.pass(Duration.ofHours(1));
    world.placed(of(2, 1_000));
    assertThat(points(71)).isEqualTo(10 + 10 + 200);
    world.cancelled(first, 1);
    assertThat(points(71)).isEqualTo(10 + 200);
    assertThat(world.lots(2)).anyMatch(l -> l.cause.code.equals("FIRST_ORDER"));
    world.placed(first, 2);

    assertThat(points(71)).isEqualTo(10 + 10 + 200);
  }

  @Test
  void a_limit_counts_what_is_kept_whichever_order_is_cancelled() {
    world.rules.clear();
    world.rules.add(spendUpTo(100, EarningRule.Period.MONTH));
    OrderFixture first = of(1, 9_000);
    world.placed(first);
    world.pass(Duration.ofHours(1));
    world.placed(of(2, 9_000));
    assertThat(points(71)).isEqualTo(100);
    world.cancelled(first, 1);

    assertThat(points(71)).isEqualTo(90);
  }

  @Test
  void a_limit_counts_in_the_month_of_the_order_not_of_its_handling() {
    world.rules.clear();
    world.rules.add(spendUpTo(100, EarningRule.Period.MONTH));
    Instant lateInMarch = Instant.parse("2026-03-31T21:59:50Z");
    world.clock.set(Instant.parse("2026-03-31T22:00:05Z"));
    world.orders.with(of(1, 9_000).submittedAt(lateInMarch));
    world.happened(1, OrderFact.SUBMITTED, 1);
    world.placed(of(2, 9_000));

    assertThat(points(71)).isEqualTo(180);
  }

  @Test
  void money_that_goes_back_takes_its_points_and_goods_that_follow_take_nothing_twice() {
    world.placed(of(1, 100_000));
    world.warehouse.refunded(1, Money.ofMinor(10_000, EUR), "goodwill");
    world.run();
    assertThat(points(71)).isEqualTo(900);
    world.warehouse.refunded(1, Money.ofMinor(10_000, EUR), "goodwill");
    world.run();
    assertThat(points(71)).isEqualTo(900);
    world.warehouse.refunded(1, Money.ofMinor(90_000, EUR), "all");
    world.run();
    assertThat(points(71)).isZero();
    world.returned(1, 11, 1, "goods");

    assertThat(points(71)).isZero();
    assertThat(world.balance(71).shortfall).isZero();
  }

  @Test
  void money_counts_in_money_for_a_tier_however_few_points_it_gives() {
    world.rules.clear();
    world.rules.add(LoyaltyWorld.spend("EUR=0.1"));
    world.basis = TierPolicy.Basis.SPEND;
    world.tiers.add(LoyaltyWorld.tier("silver", 100, 100, 0));
    OrderFixture tea = order(1).registered().customer(71);
    for (int i = 0; i < 25; i++) {
      tea.priced(11 + i, 1, 400);
    }
    world.placed(tea);
    world.delivered(1);
    world.pass(Duration.ofDays(15));

    assertThat(world.engine.tiers().tierOf("customer:71").map(t -> t.key)).hasValue("silver");
  }

  @Test
  void points_for_reaching_a_tier_go_with_what_it_was_reached_with() {
    world.tierGraceDays = 0;
    world.tiers.add(LoyaltyWorld.tier("silver", 100, 100, 500));
    for (int i = 1; i <= 4; i++) {
      world.placed(of(i, 10_000));
      world.delivered(i);
      world.pass(Duration.ofDays(15));
      assertThat(world.balance(71).usable).isEqualTo(600);
      world.returned(i, i * 10 + 1, 1, "back" + i);
      world.run();
      assertThat(world.balance(71).usable).isZero();
    }
  }

  @Test
  void a_forgiven_shortfall_ends_alike_whether_goods_or_order_come_back_first() {
    for (boolean goodsFirst : new boolean[] {true, false}) {
      world = new LoyaltyWorld(database);
      world.rules.add(LoyaltyWorld.spend("EUR=1"));
      world.shortfall = ShortfallPolicy.FORGIVE;
      world.placed(of(1, 70_000));
      world.delivered(1);
      world.pass(Duration.ofDays(15));
      world.engine.redeem().reserve(71, 2, "pay", 700);
      OrderFixture second = of(2, 100_000).paidWithPoints(700);
      world.placed(second);
      if (goodsFirst) {
        world.returned(1, 11, 1, "back");
        assertThat(world.balance(71).shortfall).isZero();
        world.cancelled(second, 1);
      } else {
        world.cancelled(second, 1);
        world.returned(1, 11, 1, "back");
      }

      assertThat(points(71)).as("goods first: " + goodsFirst).isZero();
      assertThat(world.balance(71).shortfall).isZero();
    }
  }

  @Test
  void an_order_edited_in_the_hosts_admin_keeps_the_points_of_what_is_left() {
    world.placed(order(1).registered().customer(71).priced(11, 5, 5_000).priced(12, 1, 5_000));
    assertThat(points(71)).isEqualTo(100);
    world.orders.with(
        order(1).registered().customer(71).submittedAt(world.clock.instant()).priced(11, 2, 2_000));
    world.happened(1, OrderFact.EDITED, 1);

    assertThat(points(71)).isEqualTo(20);
  }

  @Test
  void an_edited_order_gives_back_its_part_of_the_points_that_paid_for_it() {
    world.placed(order(1).registered().customer(71).priced(11, 1, 100_000));
    world.pass(Duration.ofDays(40));
    assertThat(world.balance(71).usable).isEqualTo(1_000);
    world.engine.redeem().reserve(71, 2, "pay", 1_000);
    world.placed(
        order(2)
            .registered()
            .customer(71)
            .priced(21, 5, 5_000)
            .priced(22, 1, 5_000)
            .paidWithPoints(1_000));
    assertThat(world.balance(71).usable).isZero();

    edited(order(2).priced(21, 2, 2_000).priced(22, 1, 5_000), 1);
    assertThat(world.balance(71).usable).as("three of ten parts").isEqualTo(300);

    edited(order(2).priced(21, 2, 2_000), 2);
    assertThat(world.balance(71).usable).as("and five of a line that is gone").isEqualTo(800);

    world.happened(2, OrderFact.EDITED, 3);
    assertThat(world.balance(71).usable).as("nothing has changed since").isEqualTo(800);
  }

  private void edited(OrderFixture order, int times) {
    world.orders.with(
        order.registered().customer(71).submittedAt(world.clock.instant()).paidWithPoints(1_000));
    world.happened(2, OrderFact.EDITED, times);
  }
}
