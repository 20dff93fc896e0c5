package org.postpurchase.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;

/**
 * Writes averages to the host's rating of each product whose counts changed, while the merchant
 * wants that: from the counts, never by adding to what is there. The counts are locked meanwhile,
 * so that any number of nodes may do it at once and the last count wins. Looks once a minute.
 */
public final class SyncHostRatings implements Upkeep {
  private static final int BATCH = 100;
  private static final Duration REST = Duration.ofMinutes(1);

  private final ReviewStore store;
  private final ReviewSettingsReader settings;
  private final HostRatings host;
  private final Transactions transactions;
  private final WorkFailures failures;
  private final Clock clock;
  private Instant restUntil = Instant.MIN;

  public SyncHostRatings(
      ReviewStore store,
      ReviewSettingsReader settings,
      HostRatings host,
      Transactions transactions,
      WorkFailures failures,
      Clock clock) {
    this.store = store;
    this.settings = settings;
    this.host = host;
    this.transactions = transactions;
    this.failures = failures;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "host-ratings";
  }

  @Override
  public synchronized int runDue() {
    Instant now = clock.instant();
    if (now.isBefore(restUntil)) {
      return 0;
    }
    restUntil = now.plus(REST);
    boolean wanted =
        transactions.call(() -> settings.active().map(s -> s.hostRating).orElse(false));
    return wanted
        ? failures.run(
            WorkFailures.Work.of(
                name(),
                limit -> transactions.call(() -> store.hostDue(limit)),
                product -> "product " + product,
                this::write),
            BATCH)
        : 0;
  }

  private boolean write(long productId) {
    return transactions.call(
        () -> {
          store.lockSummary(productId, clock.instant());
          host.write(productId, store.summary(productId).average(2));
          store.hostDone(productId);
          return true;
        });
  }

  /** Upkeep, not something a moment waits for. */
}
