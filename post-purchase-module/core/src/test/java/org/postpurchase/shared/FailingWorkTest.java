package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.outbox.Outbox;
import org.postpurchase.outbox.OutboxRelay;
import org.postpurchase.outbox.OutboxState;
import org.postpurchase.reward.RedeemReward;
import org.postpurchase.reward.Redeemer;
import org.postpurchase.reward.RewardGrant;
import org.postpurchase.reward.SettleReservations;
import org.postpurchase.shared.jdbc.JdbcWorkFailures;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.Events;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.SettableClock;

/**
 * Two hundred items that always fail, more than any worker takes at once and all of them before the
 * good ones, and twenty good ones. Work on accounts has the same in {@code FailingItemsTest}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FailingWorkTest {
  private static final int BAD = 200;
  private static final int GOOD = 20;

  private final CoreDatabase database = Databases.hsqldb();
  private final SettableClock clock = new SettableClock();
  private final Map<Long, Integer> tries = new HashMap<>();

  @BeforeEach
  void empty() {
    new SeriesWorld(database).fresh();
    database.jdbc.update("delete from PP_WORK_FAILURE");
  }

  @Test
  void outbox_entries_that_always_fail_starve_nobody_and_are_blocked_after_their_attempts() {
    Outbox outbox = new Outbox(database.outbox(), clock);
    record(outbox);
    OutboxRelay relay =
        new OutboxRelay(
            database.outbox(),
            List.of(new Picky()),
            new AttemptPolicy(8, Duration.ofSeconds(2), Duration.ofMinutes(10), new Random(1)),
            database.transactions,
            clock,
            "this node");

    relay.runDue();
    assertThat(database.outbox().count(OutboxState.DONE))
        .as("intake of all, and the good ones")
        .isEqualTo(240);
    assertThat(relay.runDue()).as("the bad ones rest").isZero();

    passUntilNothingIsDue(relay);
    assertThat(database.outbox().count(OutboxState.BLOCKED)).isEqualTo(BAD);
    assertThat(tries.values()).hasSize(BAD).allMatch(n -> n == 8);
  }

  @Test
  void steps_that_always_fail_starve_nobody_and_wait_for_a_person_after_their_attempts() {
    SeriesWorld world = new SeriesWorld(database).fresh();
    world.activate(1, FirstPurchase.series());
    for (long id = 1; id <= BAD; id++) {
      world.submit(order(id).line(id * 10, 1).email("bad" + id + "@example.com"), true);
    }
    world.offers.failing = true; // for those who are given a code
    for (long id = 1; id <= BAD; id++) {
      world.warehouse.delivered(id, List.of(), "D" + id);
    }
    world.run();
    int before = world.mails.taken.size();
    world.clock.advance(Duration.ofDays(21));
    for (long id = BAD + 1; id <= BAD + GOOD; id++) {
      world.submit(order(id).line(id * 10, 1).email("good" + id + "@example.com"), true);
    }
    assertThat(world.mails.taken.size() - before).as("thank-yous beside them").isGreaterThan(19);

    DueWork steps = world.engine.dueSteps();
    world.run();
    assertThat(steps.runDue()).as("the bad ones rest").isZero();
    for (int i = 0; i < 8 && world.database.executions().countParked() < BAD; i++) {
      world.clock.advance(Duration.ofMinutes(6));
      steps.runDue();
    }
    assertThat(world.database.executions().countParked()).isEqualTo(BAD);
    assertThat(steps.runDue()).isZero();
  }

  @Test
  void reservations_that_always_fail_starve_nobody_and_are_blocked_after_their_attempts() {
    SeriesWorld world = new SeriesWorld(database).fresh();
    reserve(world);
    JdbcWorkFailures rows = new JdbcWorkFailures(database.jdbc, database.inserts);
    WorkFailures failures =
        new WorkFailures(rows, WorkFailures.policy(), database.transactions, world.clock);
    OrderReader host =
        reader(
            id -> {
              if (id <= BAD) {
                tries.merge(id, 1, Integer::sum);
                throw new IllegalStateException("order " + id + " cannot be read");
              }
              return Optional.empty();
            });
    SettleReservations settle = new SettleReservations(world.redeem, host, failures);
    world.clock.advance(RedeemReward.RESERVATION.plusMinutes(1));

    assertThat(settle.settle()).as("the good ones").isEqualTo(GOOD);
    assertThat(settle.settle()).as("the bad ones rest").isZero();
    for (int attempt = 2; attempt <= 10; attempt++) {
      world.clock.advance(Duration.ofMinutes(80));
      settle.settle();
    }
    assertThat(rows.count(true)).isEqualTo(BAD);
    assertThat(tries.values()).hasSize(BAD).allMatch(n -> n == 10);
    assertThat(settle.settle()).isZero();
  }

  @Test
  void a_random_mixture_of_good_and_bad_items_is_done_as_far_as_it_can_be() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int size = random.nextInt(60);
      int batch = 1 + random.nextInt(10);
      Set<Integer> open = new TreeSet<>();
      Set<Integer> bad = new TreeSet<>();
      for (int item = 0; item < size; item++) {
        open.add(item);
        if (random.nextInt(3) > 0) {
          bad.add(item);
        }
      }
      WorkFailures failures = WorkFailures.inMemory(new Direct(), clock);
      int[] attempts = {0};
      WorkFailures.Work<Integer> work =
          WorkFailures.Work.of(
              "mixture",
              limit -> new ArrayList<>(open).subList(0, Math.min(limit, open.size())),
              String::valueOf,
              item -> {
                attempts[0]++;
                if (bad.contains(item)) {
                  throw new IllegalStateException("always");
                }
                return open.remove(item);
              });

      failures.run(work, batch);

      assertThat(open).as("seed " + seed + " round " + round).isEqualTo(bad);
      assertThat(attempts[0]).as("seed " + seed + " each once").isEqualTo(size);
    }
  }

  /** The bad ones first, since what is older is claimed first. */
  private void record(Outbox outbox) {
    for (long order = 1; order <= BAD + GOOD; order++) {
      long id = order;
      database.transactions.run(() -> outbox.record(Events.submitted(id)));
    }
  }

  private void passUntilNothingIsDue(OutboxRelay relay) {
    for (Optional<Instant> next = relay.nextDueAt(); next.isPresent(); next = relay.nextDueAt()) {
      clock.set(next.get());
      relay.runDue();
    }
  }

  private void reserve(SeriesWorld world) {
    Instant now = world.clock.instant();
    for (long order = 1; order <= BAD + GOOD; order++) {
      String code = "CODE" + order;
      String contact = "p" + order + "@example.com";
      RewardGrant grant = new RewardGrant("key" + order, SeriesWorld.OFFER, contact, order, 0, "");
      database.transactions.run(
          () ->
              database
                  .rewardCodes()
                  .add(grant, code, "10 % off", now, now.plus(Duration.ofDays(14))));
      assertThat(world.redeem.reserve(List.of(code), new Redeemer(order, contact, order)))
          .isEmpty();
    }
  }

  private static OrderReader reader(LongFunction<Optional<OrderSnapshot>> orders) {
    return new OrderReader() {
      @Override
      public Optional<OrderSnapshot> find(long orderId) {
        return orders.apply(orderId);
      }

      @Override
      public Optional<Long> idOfNumber(String orderNumber) {
        return Optional.empty();
      }
    };
  }

  /** Handles good orders only. */
  private final class Picky implements EventHandler {
    @Override
    public String name() {
      return "picky";
    }

    @Override
    public boolean reactsTo(OrderFact fact) {
      return true;
    }

    @Override
    public void handle(List<OrderEvent> events) {
      events.forEach(event -> handle(event, events.size() == 1));
    }

    /** A batch that fails is no try of each of its events: they are handed over one by one. */
    private void handle(OrderEvent event, boolean alone) {
      if (event.orderId <= BAD) {
        tries.merge(event.orderId, alone ? 1 : 0, Integer::sum);
        throw new IllegalStateException("order " + event.orderId + " cannot be handled");
      }
    }
  }

  /** Runs work without a transaction. */
  private static final class Direct implements Transactions {
    @Override
    public <T> T call(java.util.function.Supplier<T> work) {
      return work.get();
    }
  }
}
