package org.postpurchase.occasion;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.WorkInSets;

/**
 * Tells series of occasions whose time has come.
 *
 * <p>Claim, moments and the next time of a batch are one transaction, so that each is told once on
 * any number of nodes and whenever one of them dies. One that fails stops no other: it is done
 * alone, rests, and is set aside for a person at last. Rows are found by their moment: what a look
 * costs depends on how many are due, not on how many people there are. Occasions that no series
 * waits for are passed over, so that switching a series on never tells of the past.
 */
public final class ReportOccasions implements Upkeep {
  private static final int BATCH = 100;

  private final DueOccasions rows;
  private final Function<String, Optional<Occasion>> triggers;
  private final Moments moments;
  private final WorkFailures failures;
  private final Transactions transactions;
  private final Clock clock;

  /**
   * @param triggers by key; empty for one that the shop has no more
   */
  public ReportOccasions(
      DueOccasions rows,
      Function<String, Optional<Occasion>> triggers,
      Moments moments,
      WorkFailures failures,
      Transactions transactions,
      Clock clock) {
    this.rows = rows;
    this.triggers = triggers;
    this.moments = moments;
    this.failures = failures;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "occasions";
  }

  @Override
  public int runDue() {
    return work().run(failures, BATCH);
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return failures.next(work().single(), BATCH, rows::nextDueAfter);
  }

  private WorkInSets<DueOccasion> work() {
    Instant now = clock.instant();
    return WorkInSets.of(
        name(),
        (after, most) -> rows.due(now, after, most),
        row -> row.key,
        row -> transactions.call(() -> report(Collections.singletonList(row), now)) > 0,
        all -> transactions.call(() -> report(all, now)));
  }

  private int report(List<DueOccasion> seen, Instant now) {
    Set<String> keys = seen.stream().map(row -> row.key).collect(Collectors.toSet());
    List<DueOccasion> due = rows.claim(keys, now);
    Map<String, List<DueOccasion>> byTrigger =
        due.stream()
            .collect(
                Collectors.groupingBy(r -> r.trigger, LinkedHashMap::new, Collectors.toList()));
    List<Moment> told = new ArrayList<>();
    List<DueOccasion> after = new ArrayList<>();
    byTrigger.forEach(
        (key, group) -> {
          Optional<Occasion> trigger = triggers.apply(key);
          boolean heard = trigger.isPresent() && moments.audience(key).isPresent();
          if (!trigger.isPresent()) {
            group.forEach(row -> after.add(row.next(null)));
            return;
          }
          for (Occasion.Outcome outcome : trigger.get().look(group, now)) {
            boolean tell = heard && outcome.moment.isPresent();
            DueOccasion next = outcome.row.next(outcome.next);
            after.add(tell ? next.told(now) : next);
            if (tell) {
              told.add(outcome.moment.get());
            }
          }
        });
    if (!told.isEmpty()) {
      moments.report(told);
    }
    rows.advance(after);
    return due.size();
  }
}
