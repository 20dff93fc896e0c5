package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.Seed;

/** What a shop's own kinds of rules give is limited, booked and taken back as any other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnRuleTypesTest {
  private LoyaltyWorld world;

  @BeforeEach
  void open() {
    world = new LoyaltyWorld(Databases.hsqldb());
  }

  private static EarningRule rule(
      int id, EarningRuleType type, String each, EarningRule.Limits limits) {
    return EarningRule.of(type, RuleSettings.of("each", each))
        .key("rule:" + id, 1)
        .named(type.key())
        .limits(limits)
        .build();
  }

  private static EarningRule.Limits most(long perOrder, long perCustomer, long budget) {
    return new EarningRule.Limits(
        null, null, perOrder, perCustomer, EarningRule.Period.EVER, budget);
  }

  private void with(EarningRuleType type, String each, EarningRule.Limits limits) {
    world.rules.add(rule(world.rules.size() + 1, type, each, limits));
  }

  private static OrderFixture ada(long id) {
    return order(id).registered();
  }

  @Test
  void points_by_line_are_booked_once_and_go_back_with_the_goods() {
    with(new OwnRuleTypes.Items(), "2.5", EarningRule.Limits.NONE);
    world.placed(ada(1).priced(11, 3, 900).priced(12, 1, 100));
    world.happened(1, org.postpurchase.order.OrderFact.SUBMITTED, 1);
    assertThat(world.balance(77).pending).isEqualTo(10);
    assertThat(world.lots(1)).extracting(l -> l.cause.code).containsOnly("ITEMS");

    world.delivered(1);
    world.returned(1, 11, 3, "back");
    assertThat(world.balance(77).pending).isEqualTo(2);
  }

  @Test
  void points_for_a_whole_order_stay_until_it_is_cancelled() {
    with(new OwnRuleTypes.LargeOrder(), "8", EarningRule.Limits.NONE);
    world.placed(ada(1).priced(11, 1, 999));
    assertThat(world.balance(77).pending).isZero();
    OrderFixture large = ada(2).priced(21, 1, 1_000);
    world.placed(large);
    assertThat(world.balance(77).pending).isEqualTo(8);

    world.cancelled(large, 1);
    assertThat(world.balance(77).pending).isZero();
  }

  @Test
  void limits_and_budgets_hold_for_them() {
    with(new OwnRuleTypes.Items(), "10", most(25, 40, 60));
    world.placed(ada(1).priced(11, 9, 900));
    assertThat(world.balance(77).pending).as("one order").isEqualTo(25);
    world.placed(ada(2).priced(21, 9, 900));
    assertThat(world.balance(77).pending).as("one customer").isEqualTo(40);
    world.placed(order(3).priced(31, 9, 900));
    assertThat(world.lots(3)).extracting(l -> l.issued).as("everybody").containsExactly(20L);
  }

  @Test
  void multipliers_of_both_kinds_add_to_what_can_be_multiplied() {
    with(new OwnRuleTypes.Items(), "3", EarningRule.Limits.NONE);
    with(new OwnRuleTypes.LargeOrder(), "7", EarningRule.Limits.NONE);
    with(new OwnRuleTypes.Packs(), "3", EarningRule.Limits.NONE);
    world.placed(ada(1).priced(11, 2, 900).priced(12, 1, 900));
    assertThat(world.lots(1))
        .extracting(l -> l.cause.code + " " + l.issued)
        .containsExactlyInAnyOrder("ITEMS 6", "ITEMS 3", "BONUS 12", "LARGE 7");
  }

  @Test
  void an_event_pays_by_its_occurrence_and_once() {
    with(new OwnRuleTypes.Years(), "5", most(0, 12, 0));
    assertThat(world.engine.events().award(77, "anniversary", "2")).hasSize(1);
    assertThat(world.engine.events().award(77, "ANNIVERSARY", "2")).isEmpty();
    assertThat(world.balance(77).usable).isEqualTo(10);
    world.engine.events().award(77, "ANNIVERSARY", "3");
    assertThat(world.balance(77).usable).as("within the limit of a customer").isEqualTo(12);
  }

  @Test
  void an_order_for_which_nothing_is_paid_earns_nothing() {
    with(new OwnRuleTypes.Items(), "3", EarningRule.Limits.NONE);
    world.placed(ada(1).priced(11, 2, 0));
    assertThat(world.lots(1)).isEmpty();
  }

  @Test
  void points_by_line_are_rounded_down_once_for_the_order_whatever_its_lines_and_limits() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      String each = BigDecimal.valueOf(random.nextInt(10_000), 3).toPlainString();
      long limit = random.nextInt(3) == 0 ? 1 + random.nextInt(60) : 0;
      OrderFixture order = order(1);
      long items = 0;
      int lines = 1 + random.nextInt(6);
      for (int line = 0; line < lines; line++) {
        int quantity = 1 + random.nextInt(5);
        items += quantity;
        order.priced(11 + line, quantity, 1 + random.nextInt(3_000));
      }
      long exact =
          new BigDecimal(each)
              .multiply(BigDecimal.valueOf(items))
              .setScale(0, RoundingMode.DOWN)
              .longValueExact();
      List<Award> awards =
          ComputeAwards.of(
              order.build(),
              Collections.singletonList(rule(1, new OwnRuleTypes.Items(), each, most(limit, 0, 0))),
              StackingPolicy.ADD,
              false,
              world.clock.instant());
      assertThat(awards.stream().mapToLong(a -> a.points).sum())
          .as("seed %s round %s", seed, round)
          .isEqualTo(limit > 0 ? Math.min(limit, exact) : exact);
    }
  }
}
