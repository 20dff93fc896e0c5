package org.postpurchase.retention;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.HeldLease;
import org.postpurchase.shared.Leases;
import org.postpurchase.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes old rows once a night on one node, in batches of one short transaction each; or, until a
 * shop has made up its mind, only counts and logs what it would delete.
 *
 * <p>A crash loses nothing: what was deleted is deleted, the rest goes the next night. A failure is
 * logged and tried again the next night.
 */
public final class DeleteOldRows implements DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(DeleteOldRows.class);
  private static final String LEASE = "retention";
  private static final int LEASE_SECONDS = 300;
  private static final int BATCH = 500;

  /** Of a night; what is left goes the next. */
  private static final int BATCHES_MAX = 2_000;

  private final OldRows rows;
  private final Plan plan;
  private final Node node;
  private final Map<OldRows.Kind, IntSupplier> needed = new EnumMap<>(OldRows.Kind.class);
  private Instant next;

  /** What is kept for how long, and whether the rest is deleted or counted. */
  public static final class Plan {
    /** Nothing younger may be deleted: the sweep and people at the desk still look at it. */
    public static final int DAYS_MIN = 30;

    private final boolean deletes;
    private final Map<OldRows.Kind, Integer> days;

    /**
     * @param days how many days each kind is kept; a kind that is missing or 0 is kept for ever
     * @throws IllegalArgumentException for fewer days than {@link #DAYS_MIN}, naming the kind
     */
    public Plan(boolean deletes, Map<OldRows.Kind, Integer> days) {
      this.deletes = deletes;
      this.days = new EnumMap<>(OldRows.Kind.class);
      days.forEach(
          (kind, kept) -> {
            if (kept != 0 && kept < DAYS_MIN) {
              throw new IllegalArgumentException(
                  kind.setting + " cannot be kept for " + kept + " days: at least " + DAYS_MIN);
            }
            if (kept != 0) {
              this.days.put(kind, kept);
            }
          });
    }
  }

  /** Where and when it runs. */
  public static final class Node {
    private final Leases leases;
    private final String name;
    private final Transactions transactions;
    private final Clock clock;
    private final LocalTime at;
    private final ZoneId zone;

    /**
     * @param name tells this node from the others
     * @param at time of day in the shop's zone
     */
    public Node(
        Leases leases,
        String name,
        Transactions transactions,
        Clock clock,
        LocalTime at,
        ZoneId zone) {
      this.leases = requireNonNull(leases, "leases");
      this.name = requireNonNull(name, "name");
      this.transactions = requireNonNull(transactions, "transactions");
      this.clock = requireNonNull(clock, "clock");
      this.at = requireNonNull(at, "at");
      this.zone = requireNonNull(zone, "zone");
    }

    /** The next such time of day. */
    Instant nextNight() {
      Instant now = clock.instant();
      ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(at).atZone(zone);
      return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }
  }

  public DeleteOldRows(OldRows rows, Plan plan, Node node) {
    this.rows = requireNonNull(rows, "rows");
    this.plan = requireNonNull(plan, "plan");
    this.node = requireNonNull(node, "node");
    next = node.nextNight();
  }

  /**
   * Rows of that kind stay at least for as many days as a setting of the shop looks back, which is
   * asked each night.
   */
  public DeleteOldRows keeping(OldRows.Kind kind, IntSupplier days) {
    needed.put(kind, days);
    return this;
  }

  @Override
  public String name() {
    return LEASE;
  }

  @Override
  public synchronized int runDue() {
    if (plan.days.isEmpty() || node.clock.instant().isBefore(next)) {
      return 0;
    }
    next = node.nextNight();
    if (!node.leases.hold(LEASE, node.name, LEASE_SECONDS)) {
      return 0;
    }
    try (HeldLease held = new HeldLease(LEASE, LEASE_SECONDS, this::prolong)) {
      return plan.deletes ? delete() : tell();
    } catch (RuntimeException failure) {
      LOG.error("old rows could not be deleted; it is tried again next night", failure);
      return 0;
    } finally {
      node.leases.release(LEASE, node.name);
    }
  }

  /** What would be deleted now, for each kind that is not kept for ever. */
  public Map<OldRows.Kind, Long> count() {
    Map<OldRows.Kind, Long> counts = new EnumMap<>(OldRows.Kind.class);
    plan.days.forEach(
        (kind, days) ->
            counts.put(kind, node.transactions.call(() -> rows.count(kind, before(kind, days)))));
    return counts;
  }

  private int tell() {
    LOG.info("old rows that would be deleted, were postpurchase.retention=delete: {}", count());
    return 0;
  }

  private int delete() {
    int batches = 0;
    int all = 0;
    Map<OldRows.Kind, Integer> deleted = new EnumMap<>(OldRows.Kind.class);
    for (Map.Entry<OldRows.Kind, Integer> each : plan.days.entrySet()) {
      OldRows.Kind kind = each.getKey();
      Instant before = before(kind, each.getValue());
      int gone = BATCH;
      while (gone == BATCH && batches++ < BATCHES_MAX) {
        gone = node.transactions.call(() -> rows.delete(kind, before, BATCH));
        deleted.merge(kind, gone, Integer::sum);
        all += gone;
      }
    }
    LOG.info("old rows were deleted: {}", deleted);
    return all;
  }

  private void prolong() {
    node.leases.hold(LEASE, node.name, LEASE_SECONDS);
  }

  private Instant before(OldRows.Kind kind, int days) {
    int least = Math.max(kind.leastDays, needed.getOrDefault(kind, () -> 0).getAsInt());
    return node.clock.instant().minus(Duration.ofDays(Math.max(days, least)));
  }

  /** Upkeep, not something a moment waits for. */
  @Override
  public Optional<Instant> nextDueAt() {
    return Optional.empty();
  }
}
