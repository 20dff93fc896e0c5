package org.postpurchase.broadleaf.order;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderEventLog;
import org.postpurchase.shared.HeldLease;
import org.postpurchase.shared.Leases;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.jdbc.Utc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds what the intake missed: changes made by SQL, by code without Hibernate, or while our tables
 * were missing.
 *
 * <p>Compares the host's current statuses with the recorded events, of orders submitted since the
 * plugin was installed and in the last week; older ones are never touched. Runs every few minutes
 * on one node at a time, by the key of the orders and not through all of them ({@link SweepFloor}),
 * and changes nothing when nothing is missing. Running twice, at once or a week late gives the same
 * events. An order whose event cannot be recorded rests longer each time and is blocked at last;
 * the others are not held up.
 */
public final class HostOrderSweep implements Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(HostOrderSweep.class);
  private static final Duration WINDOW = Duration.ofDays(7);

  /** How long after it was placed a change of an order is found. */
  private static final Duration EDITED_WINDOW = Duration.ofDays(60);

  private static final int PAGE = 500;
  private static final String LEASE = "order-sweep";

  private final JdbcTemplate jdbc;
  private final OrderEventLog events;
  private final Leases leases;
  private final Transactions transactions;
  private final Node node;
  private final WorkFailures failures;
  private long ranAtNanos;
  private boolean ran;

  /** What differs per node and store. */
  public static final class Node {
    final String owner;
    final Duration every;
    final Instant installedAt;

    /** The shop's clock, which dates the events. */
    final Clock clock;

    /** The operating system's clock, by which the host stamps submit dates. */
    final Clock hostStamp;

    SweepFloor floor;

    /** Remembers from which order on it looks. */
    public Node from(SweepFloor newFloor) {
      floor = newFloor;
      return this;
    }

    public Node(String owner, Duration every, Instant installedAt, Clock clock, Clock hostStamp) {
      this.owner = owner;
      this.every = every;
      this.installedAt = installedAt;
      this.clock = clock;
      this.hostStamp = hostStamp;
    }
  }

  public HostOrderSweep(
      JdbcTemplate jdbc,
      OrderEventLog events,
      Leases leases,
      Transactions transactions,
      Node node,
      WorkFailures failures) {
    this.jdbc = jdbc;
    this.events = events;
    this.leases = leases;
    this.transactions = transactions;
    this.node = node;
    this.failures = failures;
  }

  @Override
  public String name() {
    return "sweep";
  }

  /** Sweeps when its turn has come on this node and no other node is at it. */
  @Override
  public synchronized int runDue() {
    long now = System.nanoTime();
    if (ran && now - ranAtNanos < node.every.toNanos()) {
      return 0;
    }
    ran = true;
    ranAtNanos = now;
    return hold() ? sweepAlone() : 0;
  }

  /**
   * Prolongs the lease while it sweeps. A sweep that is done leaves it to run out, so that of all
   * nodes one sweeps in each interval; a sweep that failed gives it back.
   */
  private int sweepAlone() {
    boolean done = false;
    try (HeldLease held = new HeldLease(LEASE, seconds(), this::hold)) {
      int found = sweep();
      done = true;
      return found;
    } finally {
      if (!done) {
        giveBack();
      }
    }
  }

  private boolean hold() {
    return leases.hold(LEASE, node.owner, seconds());
  }

  private int seconds() {
    return (int) node.every.getSeconds();
  }

  /** For the other nodes, and for the next start, when this node stops. */
  public void giveBack() {
    leases.release(LEASE, node.owner);
  }

  /** The sweep is upkeep, not something a moment waits for. */

  /** Sweeps now, whoever else does; returns how many events were missing. */
  public int sweep() {
    Instant oldest = node.hostStamp.instant().minus(WINDOW);
    Timestamp since = Timestamp.from(oldest.isAfter(node.installedAt) ? oldest : node.installedAt);
    Instant now = node.clock.instant();
    long floor = node.floor.find(now);
    WorkFailures.Round round = failures.open(name());
    Set<String> missing = new HashSet<>();
    int found =
        orders(since, floor, round, missing)
            + groups(since, floor, round, missing)
            + edited(round, missing);
    round.forgetAllBut(missing);
    if (found < missing.size()) {
      node.floor.forget(); // what failed is looked at again, wherever it is
    } else if (floor == Long.MIN_VALUE) {
      node.floor.remember(since, now);
    }
    if (found > 0) {
      LOG.warn("sweep found {} order event(s) that the intake had missed", found);
    }
    return found;
  }

  private int orders(Timestamp since, long floor, WorkFailures.Round round, Set<String> missing) {
    int found = 0;
    long after = floor;
    List<SweptOrder> page;
    do {
      long from = after;
      page =
          transactions.call(() -> jdbc.query(SweepSql.ORDERS, SweptOrder::read, since, from, PAGE));
      for (SweptOrder order : page) {
        String item = "order " + order.orderId;
        missing.add(item);
        found += record(round, item, () -> order.event(node.clock.instant())) ? 1 : 0;
        after = order.orderId;
      }
    } while (page.size() == PAGE);
    return found;
  }

  private int groups(Timestamp since, long floor, WorkFailures.Round round, Set<String> missing) {
    int found = 0;
    long after = Long.MIN_VALUE;
    List<SweptGroup> page;
    do {
      long from = after;
      page =
          transactions.call(
              () -> jdbc.query(SweepSql.GROUPS, SweptGroup::read, since, floor, from, PAGE));
      for (SweptGroup group : missing(page)) {
        String item = "fulfilment group " + group.groupId;
        missing.add(item);
        found += record(round, item, () -> group.event(node.clock.instant())) ? 1 : 0;
      }
      after = page.isEmpty() ? after : page.get(page.size() - 1).groupId;
    } while (page.size() == PAGE);
    return found;
  }

  /** Orders that were changed in the host after they had earned points. */
  private int edited(WorkFailures.Round round, Set<String> missing) {
    int found = 0;
    long after = Long.MIN_VALUE;
    List<EditedOrder> page;
    do {
      long from = after;
      Calendar since = Utc.param(node.clock.instant().minus(EDITED_WINDOW));
      page =
          transactions.call(
              () -> jdbc.query(SweepSql.EDITED, EditedOrder::read, since, from, PAGE));
      for (EditedOrder order : page) {
        String item = "changed order " + order.orderId;
        missing.add(item);
        found += record(round, item, () -> order.event(node.clock.instant())) ? 1 : 0;
        after = order.orderId;
      }
    } while (page.size() == PAGE);
    return found;
  }

  private List<SweptGroup> missing(List<SweptGroup> page) {
    if (page.isEmpty()) {
      return page;
    }
    Object[] keys = page.stream().map(SweptGroup::key).toArray();
    Set<String> known =
        new HashSet<>(
            transactions.call(
                () -> jdbc.queryForList(SweepSql.knownKeys(keys.length), String.class, keys)));
    return page.stream().filter(group -> !known.contains(group.key())).collect(Collectors.toList());
  }

  private boolean record(WorkFailures.Round round, String item, Supplier<OrderEvent> event) {
    return round.attempt(item, () -> transactions.call(() -> events.record(event.get())));
  }
}
