package org.postpurchase.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;

/**
 * Closes cases whose customers do not answer. Each is closed in a transaction of its own, and only
 * if it still waits; any number of nodes may do so at once.
 */
public final class TimeOutCases implements Upkeep {
  private static final int BATCH = 100;

  private final CaseStore store;
  private final Cases cases;
  private final ServiceSettingsStore settings;
  private final Transactions transactions;
  private final WorkFailures failures;
  private final Clock clock;

  public TimeOutCases(
      CaseStore store,
      Cases cases,
      ServiceSettingsStore settings,
      Transactions transactions,
      WorkFailures failures,
      Clock clock) {
    this.failures = failures;
    this.store = store;
    this.cases = cases;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "cases";
  }

  @Override
  public int runDue() {
    int days = transactions.call(() -> settings.read().timeoutDays);
    if (days < 1) {
      return 0;
    }
    Instant before = clock.instant().minus(Duration.ofDays(days));
    return failures.run(
        WorkFailures.Work.of(
            name(),
            limit -> store.waitingSince(before, limit),
            each -> "case " + each.id,
            each -> cases.timeOut(each) == Cases.Outcome.DONE),
        BATCH);
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return transactions.call(
        () -> {
          int days = settings.read().timeoutDays;
          return days < 1
              ? Optional.<Instant>empty()
              : store.waitsLongest().map(at -> at.plus(Duration.ofDays(days)).plusMillis(1));
        });
  }
}
