package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.postpurchase.testkit.OrderFixture.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.OrderLine;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.Seed;

/** A rule about an order is computed for the order, not for each of its lines. */
class OrderAwardsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private LoyaltyWorld world;

  @BeforeEach
  void open() {
    world = new LoyaltyWorld(Databases.hsqldb());
    world.rules.add(LoyaltyWorld.spend("EUR=1"));
  }

  private static EarningRule.Limits perOrder(long points) {
    return new EarningRule.Limits(null, null, points, 0, EarningRule.Period.EVER);
  }

  private static EarningRule doubled(EarningRule.Limits limits) {
    return LoyaltyWorld.rule(2, EarningRuleTypes.MULTIPLY, "", 0, 200, limits);
  }

  private static OrderFixture lines(int count, long each) {
    OrderFixture order = order(1);
    for (int i = 0; i < count; i++) {
      order.priced(11 + i, 1, each);
    }
    return order;
  }

  private long awarded(OrderFixture order) {
    return awards(order).stream().mapToLong(a -> a.points).sum();
  }

  private List<Award> awards(OrderFixture order) {
    return ComputeAwards.of(
        order.build(), world.rules, world.stacking, false, world.clock.instant());
  }

  @Test
  void many_small_lines_are_rounded_once_also_when_they_are_doubled() {
    world.rules.add(doubled(EarningRule.Limits.NONE));
    assertThat(awarded(lines(10, 99))).isEqualTo(18);
  }

  @Test
  void a_multiplier_keeps_within_its_own_limit_for_an_order() {
    world.rules.add(doubled(perOrder(50)));
    assertThat(awarded(order(1).priced(11, 1, 50_000))).isEqualTo(550);
  }

  @Test
  void a_multiplier_adds_to_what_is_left_of_a_limited_spend_rule() {
    world.rules.set(0, LoyaltyWorld.rule(1, EarningRuleTypes.SPEND, "EUR=1", 0, 0, perOrder(100)));
    world.rules.add(doubled(EarningRule.Limits.NONE));
    assertThat(awarded(lines(5, 10_000))).isEqualTo(200);
  }

  @Test
  void the_order_of_lines_plays_no_part_and_the_sum_is_that_of_a_naive_computation() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      long spendLimit = random.nextInt(3) == 0 ? 1 + random.nextInt(200) : 0;
      long bonusLimit = random.nextInt(3) == 0 ? 1 + random.nextInt(100) : 0;
      world.rules.set(
          0, LoyaltyWorld.rule(1, EarningRuleTypes.SPEND, "EUR=1.3", 0, 0, perOrder(spendLimit)));
      while (world.rules.size() > 1) {
        world.rules.remove(1);
      }
      world.rules.add(doubled(perOrder(bonusLimit)));
      List<long[]> lines = new ArrayList<>();
      int count = 1 + random.nextInt(8);
      for (int i = 0; i < count; i++) {
        lines.add(new long[] {11 + i, random.nextInt(5_000)});
      }
      long discount = random.nextInt(200);
      Map<String, Long> expected = byLine(lines, discount);
      long sum = expected.values().stream().mapToLong(p -> p).sum();
      assertThat(sum)
          .as("seed %s round %s", seed, round)
          .isEqualTo(naive(lines, discount, spendLimit, bonusLimit));
      Collections.shuffle(lines, random);
      assertThat(byLine(lines, discount)).as("seed %s round %s", seed, round).isEqualTo(expected);
    }
  }

  private Map<String, Long> byLine(List<long[]> lines, long discount) {
    OrderFixture order = order(1).discount(discount);
    lines.forEach(line -> order.priced(line[0], 1, line[1]));
    return awards(order).stream().collect(Collectors.toMap(a -> a.kind + a.lineId, a -> a.points));
  }

  private static long naive(List<long[]> lines, long discount, long spendLimit, long bonusLimit) {
    long goods = lines.stream().mapToLong(line -> line[1]).sum();
    BigDecimal spend =
        BigDecimal.valueOf(Math.max(0, goods - discount), 2).multiply(new BigDecimal("1.3"));
    spend = spendLimit > 0 ? spend.min(BigDecimal.valueOf(spendLimit)) : spend;
    BigDecimal bonus = bonusLimit > 0 ? spend.min(BigDecimal.valueOf(bonusLimit)) : spend;
    return spend.setScale(0, RoundingMode.DOWN).longValueExact()
        + bonus.setScale(0, RoundingMode.DOWN).longValueExact();
  }

  @Test
  void a_lines_bonus_names_the_rule_and_version_that_gave_it() {
    world.rules.add(doubledGoods(5, 4));
    world.rules.add(doubledGoods(6, 9));
    OrderFixture order =
        order(1).priced(11, 1, 1_000).of(goods(5)).priced(12, 1, 1_000).of(goods(6));
    assertThat(awards(order).stream().filter(a -> a.kind.equals("BONUS")))
        .extracting(a -> a.lineId, a -> a.ruleKey, a -> a.ruleVersion)
        .containsExactly(tuple(11L, "goods:5", 4), tuple(12L, "goods:6", 9));
  }

  private static OrderLine.Goods goods(long product) {
    return new OrderLine.Goods(product, Set.of(), true);
  }

  private static EarningRule doubledGoods(long product, int version) {
    return EarningRule.of(EarningRuleTypes.MULTIPLY, RuleSettings.of("percent", "200"))
        .key("goods:" + product, version)
        .named("Doubled")
        .scope(new EarningRule.Scope(Set.of(product), Set.of()))
        .build();
  }

  @Test
  void what_a_cancelled_order_had_taken_of_a_customers_limit_is_there_again() {
    world.rules.set(
        0,
        LoyaltyWorld.rule(
            1,
            EarningRuleTypes.SPEND,
            "EUR=1",
            0,
            0,
            new EarningRule.Limits(null, null, 0, 100, EarningRule.Period.MONTH)));
    OrderFixture first = order(1).registered().priced(11, 1, 9_000);
    world.placed(first);
    world.cancelled(first, 1);
    world.clock.advance(Duration.ofMinutes(1));
    world.placed(order(2).registered().priced(21, 1, 9_000));
    assertThat(world.balance(77).pending).isEqualTo(90);
  }

  @Test
  void each_rule_for_an_event_pays_and_each_once() {
    EarningRule.Limits never = EarningRule.Limits.NONE;
    world.rules.add(LoyaltyWorld.rule(3, EarningRuleTypes.EVENT, "", 100, 0, never));
    world.rules.add(LoyaltyWorld.rule(4, EarningRuleTypes.EVENT, "", 30, 0, never));
    for (int i = 0; i < 3; i++) {
      world.engine.events().award(77, "BIRTHDAY", "2026");
    }
    assertThat(world.balance(77).usable).isEqualTo(130);
  }

  @Test
  void a_year_is_a_calendar_year_and_a_day_a_day_of_the_shops_calendar() {
    Programme.Timing timing = new Programme.Timing(14, 30, 365, 30);
    Instant march = LocalDate.of(2027, 3, 1).atStartOfDay(BERLIN).toInstant();
    assertThat(timing.expiryOf(march, BERLIN))
        .isEqualTo(LocalDate.of(2028, 4, 1).atStartOfDay(BERLIN).toInstant());
    Instant evening = LocalDateTime.of(2027, 3, 20, 23, 30).atZone(BERLIN).toInstant();
    assertThat(timing.maturityAfterDelivery(evening, BERLIN))
        .isEqualTo(LocalDateTime.of(2027, 4, 3, 23, 30).atZone(BERLIN).toInstant());
  }

  @Test
  void the_largest_amounts_and_rates_are_exact() {
    world.rules.set(
        0, LoyaltyWorld.rule(1, EarningRuleTypes.SPEND, "EUR=9999999", 0, 0, perOrder(1_000)));
    List<Award> awards =
        awards(order(1).priced(11, 1, 9_999_999_999L).priced(12, 1, 1).priced(13, 1, 7));
    assertThat(awards.stream().mapToLong(a -> a.points).sum()).isEqualTo(1_000);
    assertThat(awards).allMatch(a -> Math.abs(a.residue) <= 1_000_000);
  }
}
