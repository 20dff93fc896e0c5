package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postpurchase.order.OrderLine;
import org.postpurchase.reward.RewardOffers.Worth;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SeriesWorld;

/** A dry run counts what the engine has done with the same orders. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TryingASeriesTest {
  private SeriesWorld world;
  private TrySeries trial;

  @BeforeEach
  void open_the_shop() {
    world = new SeriesWorld(Databases.hsqldb()).fresh();
    trial =
        new TrySeries(
            world.orders,
            world.database.orderLines(),
            world.orders,
            new KnownMembers().triggers(),
            () -> SeriesNode.SHOP,
            world.clock);
  }

  @ParameterizedTest
  @EnumSource(ReEntry.class)
  void as_many_enter_and_as_much_is_sent_as_if_it_had_been_active(ReEntry mode) {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    SeriesDefinition draft = draft(mode, random.nextInt(16));
    world.activate(1, draft);
    for (int id = 1; id <= 25; id++) {
      world.submit(random(id, random), true);
      if (random.nextInt(3) > 0) {
        world.ship(id);
      }
      world.pass(Duration.ofHours(1 + random.nextInt(60)));
    }
    Trial counted = trial.run(draft, 90).get();

    assertThat(counted.orders()).isEqualTo(25);
    assertThat(counted.entered())
        .as("seed " + seed)
        .isEqualTo(world.database.count("PP_ENROLLMENT"));
    Map<String, Integer> sent = new HashMap<>();
    world.database.decisions().list(Verdict.SEND, "", 500, 0).stream()
        .forEach(decision -> sent.merge(decision.stepKey, 1, Integer::sum));
    counted
        .steps()
        .forEach(
            (key, step) ->
                assertThat(step.sent())
                    .as("seed " + seed + " " + key)
                    .isEqualTo(sent.getOrDefault(key, 0)));
  }

  @Test
  void it_keeps_and_sends_nothing() {
    world.orders.with(
        order(1)
            .line(11, 1)
            .of(new OrderLine.Goods(7, Set.of(), true))
            .submittedAt(world.clock.instant()));
    world.pass(Duration.ofDays(1));
    Trial counted = trial.run(draft(ReEntry.EACH_ORDER, 0), 90).get();
    world.run();

    assertThat(counted.entered()).isEqualTo(1);
    assertThat(world.database.count("PP_ENROLLMENT")).isZero();
    assertThat(world.mails.taken).isEmpty();
  }

  @Test
  void advertising_of_two_series_that_would_meet_is_counted_and_ten_messages_are_named() {
    Instant start = world.clock.instant();
    for (int id = 1; id <= 12; id++) {
      world.orders.with(
          order(id).line(id * 10L, 1).email("p" + id + "@example.com").submittedAt(start));
    }
    world.clock.advance(Duration.ofDays(30));
    Trial own = trial.run(advertising("own", 4, 0), 90).get();
    assertThat(own.meets(trial.run(advertising("near", 4, 15), 90).get(), Duration.ofHours(16)))
        .isEqualTo(12);
    assertThat(own.meets(trial.run(advertising("far", 4, 16), 90).get(), Duration.ofHours(16)))
        .isZero();
    assertThat(own.meets(trial.run(advertising("to come", 60, 0), 90).get(), Duration.ofDays(90)))
        .as("not sent yet")
        .isZero();
    assertThat(own.samples()).hasSize(10).allMatch(sample -> sample.step.equals("own"));
    assertThat(own.samples().get(0).at).isEqualTo(start.plus(Duration.ofDays(4)));
  }

  @Test
  void codes_are_told_with_the_most_that_they_would_have_cost() {
    Instant start = world.clock.instant();
    for (int id = 1; id <= 4; id++) {
      world.orders.with(
          order(id).line(id * 10L, id).email("p" + id + "@example.com").submittedAt(start));
    }
    world.clock.advance(Duration.ofDays(30));
    Step code =
        new Step.Builder("code")
            .at(1, "code")
            .delay(Anchor.SUBMITTED, 5, 0)
            .sends(Purpose.MARKETING, "EMAIL", "thank-you")
            .reward(SeriesWorld.OFFER, 14)
            .build();
    Trial given =
        trial
            .run(SeriesWorld.series(OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER, 1, code), 90)
            .get();
    Money sum =
        world.orders.findAll(Set.of(1L, 2L, 3L, 4L)).values().stream()
            .map(order -> order.totals.merchandise.minus(order.totals.discount))
            .reduce(Money::plus)
            .get();
    CodeCost percent =
        CodeCost.of(given, offer -> Optional.of(Worth.percent(BigDecimal.valueOf(25))));
    assertThat(percent.most.get(sum.currency()).amountMinor())
        .isEqualTo(Math.round(sum.amountMinor() / 4.0));
    assertThat(percent.unknown).isZero();
    CodeCost amount =
        CodeCost.of(given, offer -> Optional.of(Worth.amount(new BigDecimal("1.50"))));
    assertThat(amount.most.get(sum.currency()).amountMinor())
        .as("never more than the goods")
        .isEqualTo(Math.min(600, sum.amountMinor()));
    CodeCost delivery = CodeCost.of(given, offer -> Optional.empty());
    assertThat(delivery.most).isEmpty();
    assertThat(delivery.unknown).isEqualTo(4);
    assertThat(CodeCost.of(trial.run(advertising("own", 4, 0), 90).get(), o -> null).most)
        .as("a series without codes")
        .isEmpty();
  }

  private static SeriesDefinition advertising(String key, int days, int hours) {
    Step step =
        new Step.Builder(key)
            .at(1, key)
            .delay(Anchor.SUBMITTED, days, hours)
            .sends(Purpose.MARKETING, "EMAIL", "thank-you")
            .build();
    return SeriesWorld.series(OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER, 1, step);
  }

  @Test
  void only_the_last_days_are_looked_at() {
    Instant old = world.clock.instant();
    world.orders.with(order(1).line(11, 1).submittedAt(old));
    world.clock.advance(Duration.ofDays(91));
    assertThat(trial.run(draft(ReEntry.EACH_ORDER, 0), 90).get().orders()).isZero();
  }

  @Test
  void what_no_order_begins_cannot_be_tried() {
    SeriesDefinition series =
        SeriesWorld.series("TIER_REACHED", ReEntry.NEVER, 1, step("thank-you", 1, 0).build());
    assertThat(trial.run(series, 90)).isEmpty();
  }

  private static OrderFixture random(int id, Random random) {
    long product = 7 + random.nextInt(2);
    return order(id)
        .line(id * 10L, 1)
        .of(new OrderLine.Goods(product, Set.of(product + 1000), true))
        .to(random.nextBoolean() ? "DE" : "FR")
        .email(random.nextInt(3) > 0 ? "ada@example.com" : "bo@example.com");
  }

  /**
   * @param off a bit for each step that is switched off
   */
  private static SeriesDefinition draft(ReEntry mode, int off) {
    Step way =
        new Step.Builder("way")
            .at(2, "way")
            .delay(Anchor.SUBMITTED, 1, 0)
            .kind(StepKind.BRANCH)
            .only(new OrderFilter.Builder().countries("FR").build())
            .off((off & 2) != 0)
            .build();
    Step yes =
        new Step.Builder("how-to")
            .at(3, "how-to")
            .delay(Anchor.BRANCH, 0, 3)
            .onlyIf(ConditionType.BRANCH_YES, "way")
            .sends(Purpose.TRANSACTIONAL, "EMAIL", "thank-you")
            .off((off & 4) != 0)
            .build();
    Step first = step("thank-you", 1, 0).off((off & 1) != 0).build();
    Step last = step("review-request", 4, 2).off((off & 8) != 0).build();
    return new SeriesDefinition(
            "A series",
            OrderTriggers.ANY_ORDER,
            mode,
            1,
            EnumSet.noneOf(ExitRule.class),
            List.of(first, way, yes, last))
        .only(new OrderFilter.Builder().goods("7", "").build())
        .every(mode == ReEntry.EACH_PERIOD ? 5 : 0);
  }

  private static Step.Builder step(String key, int position, int days) {
    return new Step.Builder(key)
        .at(position, key)
        .delay(Anchor.SUBMITTED, days, 0)
        .sends(Purpose.TRANSACTIONAL, "EMAIL", "thank-you");
  }
}
