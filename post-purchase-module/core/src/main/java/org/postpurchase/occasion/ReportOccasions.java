package org.postpurchase.occasion;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Transactions;

/**
 * Tells series of occasions whose time has come.
 *
 * <p>Claim, moments and the next time of a batch are one transaction, so that each is told once on
 * any number of nodes and whenever one of them dies. Rows are found by their moment: what a look
 * costs depends on how many are due, not on how many people there are. Occasions that no series
 * waits for are passed over, so that switching a series on never tells of the past.
 */
public final class ReportOccasions implements DueWork {
  private static final int BATCH = 100;

  private final DueOccasions rows;
  private final Function<String, Optional<Occasion>> triggers;
  private final Moments moments;
  private final Transactions transactions;
  private final Clock clock;

  /**
   * @param triggers by key; empty for one that the shop has no more
   */
  public ReportOccasions(
      DueOccasions rows,
      Function<String, Optional<Occasion>> triggers,
      Moments moments,
      Transactions transactions,
      Clock clock) {
    this.rows = rows;
    this.triggers = triggers;
    this.moments = moments;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "occasions";
  }

  @Override
  public boolean isUpkeep() {
    return true;
  }

  @Override
  public int runDue() {
    int all = 0;
    int batch;
    do {
      batch = transactions.call(this::batch);
      all += batch;
    } while (batch == BATCH && !Thread.currentThread().isInterrupted());
    return all;
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return transactions.call(rows::nextDueAt);
  }

  private int batch() {
    Instant now = clock.instant();
    List<DueOccasion> due = rows.claim(now, BATCH);
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
