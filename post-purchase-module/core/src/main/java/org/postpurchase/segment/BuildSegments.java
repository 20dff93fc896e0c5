package org.postpurchase.segment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.postpurchase.person.FactsSwitch;
import org.postpurchase.person.PersonEngine;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.HeldLease;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.WorkFailures;

/**
 * Builds the members of segments that were saved, and of all once a night: one statement over all
 * people, on one node at a time. Readers keep the old members until the new ones are complete.
 *
 * <p>Whoever was worked out anew while it ran is judged again afterwards. Nothing is reported: a
 * merchant who changes a segment has not made anything happen to a person.
 */
final class BuildSegments implements DueWork {
  private static final String LEASE = "segments-build";
  private static final int LEASE_SECONDS = 120;
  private static final int REST_POLLS = 30;
  private static final int PAGE = 500;

  /** Longer than any transaction that works people out. */
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  private final SegmentStore store;
  private final PersonEngine people;
  private final KeepSegments keep;
  private final Transactions transactions;
  private final Node node;

  BuildSegments(
      SegmentStore store,
      PersonEngine people,
      KeepSegments keep,
      Transactions transactions,
      Node node) {
    this.store = store;
    this.people = people;
    this.keep = keep;
    this.transactions = transactions;
    this.node = node;
  }

  @Override
  public String name() {
    return LEASE;
  }

  @Override
  public int restsAtMost() {
    return REST_POLLS;
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return Optional.empty();
  }

  @Override
  public int runDue() {
    if (transactions.call(people.facts()::stage) != FactsSwitch.Stage.DONE) {
      return 0;
    }
    if (transactions.call(() -> due(1)).isEmpty()) {
      return 0;
    }
    return node.failures.run(
        WorkFailures.Work.of(
            LEASE,
            limit -> transactions.call(() -> due(limit)),
            segment -> segment.key + " " + segment.edition,
            this::buildAlone),
        PAGE);
  }

  private List<Segment> due(int limit) {
    Instant night = lastNight();
    List<Segment> due = new ArrayList<>();
    for (Segment segment : store.all()) {
      boolean old = segment.build.at != null && segment.build.at.isBefore(night);
      if (segment.isOutOfDate() || segment.active && old) {
        due.add(segment);
      }
    }
    return due.size() > limit ? due.subList(0, limit) : due;
  }

  private Instant lastNight() {
    Instant now = node.clock.instant();
    ZonedDateTime today =
        now.atZone(node.zone.get())
            .toLocalDate()
            .atTime(LocalTime.of(3, 10))
            .atZone(node.zone.get());
    return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
  }

  private boolean buildAlone(Segment segment) {
    return HeldLease.during(node.leases, LEASE, node.owner, LEASE_SECONDS, () -> build(segment))
        .orElse(false);
  }

  private boolean build(Segment segment) {
    Instant begun = Instant.ofEpochMilli(node.clock.millis());
    long nanos = System.nanoTime();
    Optional<Long> size =
        transactions.call(
            () -> {
              Optional<Segment> current =
                  store.find(segment.id).filter(s -> s.edition == segment.edition);
              return current.isPresent()
                  ? store.build(current.get(), current.get().condition(), begun)
                  : Optional.<Long>empty();
            });
    if (!size.isPresent()) {
      return false;
    }
    long millis = Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    transactions.run(() -> store.took(segment.id, millis));
    catchUp(begun.minus(OVERLAP));
    transactions.run(() -> store.find(segment.id).ifPresent(store::forget));
    return true;
  }

  /** People whose rows were worked out while the members were read may have been missed. */
  private void catchUp(Instant since) {
    long last = Long.MIN_VALUE;
    List<Long> page;
    do {
      long after = last;
      page =
          transactions.call(
              () -> {
                List<Long> ids = people.store().changedSince(since, after, PAGE);
                keep.changed(people.refresh().read(new TreeSet<>(ids)), false);
                return ids;
              });
      last = page.isEmpty() ? last : page.get(page.size() - 1);
    } while (page.size() == PAGE);
  }
}
