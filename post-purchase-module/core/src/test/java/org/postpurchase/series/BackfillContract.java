package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.series.jdbc.SeriesJdbcModule;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SeriesWorld;

/** Buyers of the past come into a series when a merchant has typed their number, and only then. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class BackfillContract {
  private SeriesWorld world;
  private BackfillStore store;
  private Backfills backfills;
  private DueWork work;

  abstract CoreDatabase shared();

  @BeforeEach
  void open_the_shop() {
    world = new SeriesWorld(shared()).fresh();
    world.templates.with("note", "Note", "Hello");
    store = SeriesJdbcModule.backfills(world.database.jdbc, world.database.inserts);
    TrySeries trial =
        new TrySeries(
            world.orders,
            world.database.orderLines(),
            world.orders,
            new KnownMembers().triggers(),
            () -> SeriesNode.SHOP,
            world.clock);
    backfills = new Backfills(store, world, trial, world.database.transactions, world.clock);
    work =
        world.engine.backfills(
            store, WorkFailures.inMemory(world.database.transactions, world.clock));
  }

  private void placed(int first, int last) {
    for (int id = first; id <= last; id++) {
      world.orders.with(
          order(id)
              .line(id * 10L, 1)
              .email("buyer" + id + "@example.com")
              .submittedAt(world.clock.instant()));
    }
  }

  private void activate(ReEntry again) {
    world.activate(
        1,
        new SeriesDefinition(
            "Past buyers",
            OrderTriggers.ANY_ORDER,
            again,
            1,
            EnumSet.allOf(ExitRule.class),
            List.of(step("first", 1, 1), step("second", 2, 10), step("third", 3, 20))));
  }

  private static Step step(String key, int position, int days) {
    return new Step.Builder(key)
        .at(position, key)
        .delay(Anchor.SUBMITTED, days, 0)
        .sends(Purpose.TRANSACTIONAL, "EMAIL", "note")
        .build();
  }

  /** The shop goes on for some time, with its background work each minute or hour. */
  private void pass(Duration time, Duration beat) {
    for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(beat)) {
      world.pass(beat);
      work.runDue();
    }
    world.run();
  }

  private Backfills.Outcome begin(int typed) {
    return backfills.begin(1, 90, typed, 60, "ada", () -> {});
  }

  private Backfill only() {
    return world.database.transactions.call(() -> store.ofSeries(1)).get(0);
  }

  private Map<String, Integer> outcomes() {
    return world.database.transactions.call(() -> store.outcomes(only().id));
  }

  private Map<String, Integer> sentBySteps() {
    Map<String, Integer> sent = new TreeMap<>();
    world
        .database
        .decisions()
        .list(Verdict.SEND, "", 500, 0)
        .forEach(decision -> sent.merge(decision.stepKey, 1, Integer::sum));
    return sent;
  }

  @Test
  void nobody_enters_by_switching_a_series_on_or_by_counting() {
    placed(1, 3);
    world.pass(Duration.ofDays(5));
    activate(ReEntry.NEVER);
    assertThat(backfills.count(1, 90)).contains(3);
    pass(Duration.ofDays(30), Duration.ofDays(1));
    assertThat(world.database.count("PP_ENROLLMENT")).isZero();
    assertThat(world.mails.taken).isEmpty();
    assertThat(backfills.count(1, 90)).as("nothing would be to come").contains(0);
    assertThat(begin(0)).isEqualTo(Backfills.Outcome.NOBODY);
  }

  @Test
  void another_number_than_the_counted_one_changes_nothing() {
    placed(1, 3);
    world.pass(Duration.ofDays(5));
    activate(ReEntry.NEVER);
    assertThat(begin(2)).isEqualTo(Backfills.Outcome.OTHER_NUMBER);
    assertThat(backfills.begin(1, 90, 3, 7, "ada", () -> {}))
        .isEqualTo(Backfills.Outcome.NOT_POSSIBLE);
    assertThat(backfills.begin(9, 90, 3, 60, "ada", () -> {}))
        .isEqualTo(Backfills.Outcome.NOT_POSSIBLE);
    world.status(1, SeriesStatus.PAUSED);
    assertThat(begin(3)).as("paused").isEqualTo(Backfills.Outcome.NOT_POSSIBLE);
    assertThat(world.database.count("PP_BACKFILL")).isZero();
    assertThat(world.database.count("PP_BACKFILL_ORDER")).isZero();
  }

  @Test
  void what_is_past_is_never_sent_and_what_is_to_come_is_sent_once() {
    placed(1, 3);
    world.pass(Duration.ofDays(5));
    activate(ReEntry.NEVER);
    assertThat(begin(3)).isEqualTo(Backfills.Outcome.BEGUN);
    assertThat(begin(3)).isEqualTo(Backfills.Outcome.GOES_ON);
    pass(Duration.ofMinutes(5), Duration.ofMinutes(1));
    assertThat(only().state).isEqualTo(Backfill.State.DONE);
    assertThat(outcomes()).isEqualTo(Map.of("ENTERED", 3));
    assertThat(world.mails.taken).isEmpty();
    pass(Duration.ofDays(30), Duration.ofDays(1));
    assertThat(sentBySteps()).isEqualTo(Map.of("second", 3, "third", 3));
    assertThat(backfills.undo(only().id)).isTrue();
    pass(Duration.ofDays(1), Duration.ofHours(6));
    assertThat(only().state).as("nobody is inside any more").isEqualTo(Backfill.State.UNDONE);
    assertThat(sentBySteps()).isEqualTo(Map.of("second", 3, "third", 3));
  }

  @Test
  void what_waits_for_a_parcel_is_to_come() {
    placed(1, 2);
    world.pass(Duration.ofDays(1));
    world.ship(2);
    world.pass(Duration.ofDays(4));
    Step shipped =
        new Step.Builder("shipped")
            .at(1, "shipped")
            .delay(Anchor.SHIPPED, 2, 0)
            .sends(Purpose.TRANSACTIONAL, "EMAIL", "note")
            .build();
    world.activate(1, SeriesWorld.series(OrderTriggers.ANY_ORDER, ReEntry.NEVER, 1, shipped));
    assertThat(backfills.count(1, 90)).as("the second one's moment is past").contains(1);
    assertThat(begin(1)).isEqualTo(Backfills.Outcome.BEGUN);
    pass(Duration.ofMinutes(2), Duration.ofMinutes(1));
    world.ship(1);
    pass(Duration.ofDays(3), Duration.ofDays(1));
    assertThat(sentBySteps()).isEqualTo(Map.of("shipped", 1));
  }

  @Test
  void sixty_an_hour_is_one_a_minute() {
    placed(1, 10);
    world.pass(Duration.ofDays(5));
    activate(ReEntry.NEVER);
    assertThat(begin(10)).isEqualTo(Backfills.Outcome.BEGUN);
    work.runDue();
    work.runDue();
    assertThat(outcomes()).as("however often it is looked").containsEntry("ENTERED", 1);
    pass(Duration.ofMinutes(4), Duration.ofMinutes(1));
    assertThat(outcomes()).containsEntry("ENTERED", 5).containsEntry("WAITING", 5);
  }

  @Test
  void undone_is_whatever_is_not_sent() {
    placed(1, 4);
    world.pass(Duration.ofDays(5));
    activate(ReEntry.NEVER);
    begin(4);
    pass(Duration.ofMinutes(6), Duration.ofMinutes(1));
    pass(Duration.ofDays(6), Duration.ofDays(1));
    assertThat(sentBySteps()).isEqualTo(Map.of("second", 4));
    assertThat(backfills.undo(only().id)).isTrue();
    assertThat(backfills.undo(only().id)).as("pressed again").isFalse();
    pass(Duration.ofDays(30), Duration.ofDays(1));
    assertThat(sentBySteps()).isEqualTo(Map.of("second", 4));
    assertThat(only().state).isEqualTo(Backfill.State.UNDONE);
    assertThat(
            world.database.enrollments().list(null, "", 9, 0).stream()
                .map(run -> run.state + " " + run.reason)
                .distinct())
        .containsExactly("EXITED BACKFILL_UNDONE");
  }

  @Test
  void stopped_lets_nobody_in_and_who_is_inside_goes_on() {
    placed(1, 4);
    world.pass(Duration.ofDays(5));
    activate(ReEntry.NEVER);
    begin(4);
    pass(Duration.ofMinutes(2), Duration.ofMinutes(1));
    assertThat(backfills.stop(only().id)).isTrue();
    pass(Duration.ofDays(30), Duration.ofDays(1));
    assertThat(outcomes()).isEqualTo(Map.of("ENTERED", 2, "WAITING", 2));
    assertThat(sentBySteps()).isEqualTo(Map.of("second", 2, "third", 2));
  }

  @Test
  void what_happened_since_it_was_confirmed_counts() {
    placed(1, 5);
    world.pass(Duration.ofDays(5));
    activate(ReEntry.NEVER);
    begin(5);
    world.orders.with(
        order(1)
            .line(10, 1)
            .email("buyer1@example.com")
            .state(org.postpurchase.order.OrderState.CANCELLED));
    world.submit(order(102).line(1020, 1).email("buyer2@example.com"), false);
    pass(Duration.ofMinutes(9), Duration.ofMinutes(1));
    assertThat(outcomes())
        .isEqualTo(Map.of("ENTERED", 3, "ORDER_NOT_SUBMITTED", 1, "ALREADY_ENROLLED", 1));
  }

  @Test
  void of_several_orders_of_a_person_as_many_enter_as_the_mode_lets_in() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (ReEntry mode : List.of(ReEntry.NEVER, ReEntry.WHEN_FINISHED, ReEntry.EACH_ORDER)) {
      open_the_shop();
      Map<String, Integer> ordersOf = new HashMap<>();
      for (int id = 1; id <= 12; id++) {
        String who = "buyer" + random.nextInt(5) + "@example.com";
        ordersOf.merge(who, 1, Integer::sum);
        world.orders.with(
            order(id).line(id * 10L, 1).email(who).submittedAt(world.clock.instant()));
        world.pass(Duration.ofMinutes(30));
      }
      activate(mode);
      int counted = backfills.count(1, 90).get();
      assertThat(counted)
          .as("seed %s %s", seed, mode)
          .isEqualTo(mode == ReEntry.EACH_ORDER ? 12 : ordersOf.size());
      assertThat(backfills.begin(1, 90, counted, 1200, "ada", () -> {}))
          .isEqualTo(Backfills.Outcome.BEGUN);
      pass(Duration.ofMinutes(20), Duration.ofMinutes(1));
      assertThat(outcomes()).as("seed %s %s", seed, mode).isEqualTo(Map.of("ENTERED", counted));
    }
  }

  @Test
  void old_ones_are_removed_with_their_orders() {
    placed(1, 2);
    world.pass(Duration.ofDays(5));
    activate(ReEntry.NEVER);
    begin(2);
    pass(Duration.ofMinutes(4), Duration.ofMinutes(1));
    world.pass(Duration.ofDays(401));
    placed(11, 11);
    world.pass(Duration.ofDays(5));
    begin(1);
    work.runDue();
    work.runDue();
    assertThat(world.database.count("PP_BACKFILL")).isEqualTo(1);
    assertThat(world.database.count("PP_BACKFILL_ORDER")).isEqualTo(1);
  }
}
