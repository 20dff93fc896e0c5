package org.postpurchase.segment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.person.FactsSwitch;
import org.postpurchase.person.PersonEngine;
import org.postpurchase.person.PersonRef;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.LeasedWork;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.Transactions;

/**
 * Lets people into segments and out of them when time passes: "180 days since the last order"
 * becomes true for those whose last order lies in a narrow span, which an index finds. Nobody else
 * is looked at. One node at a time; a shop that was closed for a week catches up.
 */
final class PassTime implements DueWork {
  private static final String LEASE = "segments-time";
  private static final int LEASE_SECONDS = 60;
  private static final int PAGE = 200;

  /** How late a change that an event has brought nearer may be noticed. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final SegmentStore store;
  private final PersonEngine people;
  private final Transactions transactions;
  private final Clock clock;
  private final LeasedWork work;

  /** Before this moment nothing is due, as far as was known when it was looked last. */
  private volatile Instant lookAt = Instant.EPOCH;

  PassTime(SegmentStore store, PersonEngine people, Transactions transactions, Node node) {
    this.store = store;
    this.people = people;
    this.transactions = transactions;
    clock = node.clock;
    work = node.leased(LEASE, LEASE_SECONDS);
  }

  @Override
  public String name() {
    return LEASE;
  }

  /** What waits: comparisons of live segments, with the moment up to which they were looked at. */
  private List<Waiting> waiting() {
    List<Waiting> waiting = new ArrayList<>();
    if (people.facts().stage() != FactsSwitch.Stage.DONE) {
      return waiting;
    }
    for (Segment segment : store.all()) {
      if (segment.isLive() && !segment.isOutOfDate() && segment.build.timedUntil != null) {
        try {
          segment.condition().timedLeaves().forEach(l -> waiting.add(new Waiting(segment, l)));
        } catch (SegmentRefusedException unreadable) {
          continue; // KeepSegments says so
        }
      }
    }
    return waiting;
  }

  private static final class Waiting {
    final Segment segment;
    final Leaf leaf;

    Waiting(Segment segment, Leaf leaf) {
      this.segment = segment;
      this.leaf = leaf;
    }
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return transactions.call(
        () ->
            store.nextChange(
                waiting().stream()
                    .map(w -> new TimedLeaf(w.leaf, w.segment.build.timedUntil))
                    .collect(Collectors.toList())));
  }

  @Override
  public int runDue() {
    Instant now = Instant.ofEpochMilli(clock.millis());
    if (now.isBefore(lookAt) && !now.isBefore(lookAt.minus(LOOK))) {
      return 0;
    }
    Optional<Instant> next = nextDueAt();
    Instant latest = now.plus(LOOK);
    lookAt = next.filter(latest::isAfter).orElse(latest);
    return !next.isPresent() || next.get().isAfter(now) ? 0 : work.run(() -> passAll(now));
  }

  private int passAll(Instant now) {
    int done = 0;
    List<Waiting> all = transactions.call(this::waiting);
    for (Waiting each : all) {
      done += pass(each, now);
    }
    transactions.run(
        () -> all.stream().map(w -> w.segment.id).distinct().forEach(id -> store.timed(id, now)));
    return done;
  }

  private int pass(Waiting waiting, Instant now) {
    int done = 0;
    long last = Long.MIN_VALUE;
    List<Long> page;
    do {
      long after = last;
      page =
          transactions.call(
              () -> {
                List<Long> ids =
                    store.changing(
                        waiting.leaf, waiting.segment.build.timedUntil, now, after, PAGE);
                List<PersonRef> refs = new ArrayList<>(people.store().refs(ids).values());
                if (!refs.isEmpty()) {
                  people.refresh().people(refs);
                }
                return ids;
              });
      last = page.isEmpty() ? last : page.get(page.size() - 1);
      done += page.size();
    } while (page.size() == PAGE && !Thread.currentThread().isInterrupted());
    return done;
  }
}
