package org.postpurchase.click;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postpurchase.shared.Transactions;

/**
 * Whether clicks are measured; off until a merchant switches it on. Read once in ten seconds and
 * node, so a change is in force everywhere after that time. Safe for concurrent use.
 */
public final class ClickSwitch {
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final ClickStore store;
  private final Transactions transactions;
  private final Clock clock;
  private volatile Known known;

  private static final class Known {
    final Instant at;
    final Optional<ClickStore.Setting> setting;

    Known(Instant at, Optional<ClickStore.Setting> setting) {
      this.at = at;
      this.setting = setting;
    }
  }

  public ClickSwitch(ClickStore store, Transactions transactions, Clock clock) {
    this.store = requireNonNull(store, "store");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  public boolean isOn() {
    return setting().map(s -> s.measured).orElse(false);
  }

  /** Whether there can be clicks, be it from a time in which it was on. */
  public boolean wasEverOn() {
    return setting().isPresent();
  }

  /** As it is in the database now; true when this changed it. */
  public boolean switchTo(boolean measured) {
    return transactions.call(
        () -> {
          boolean before = store.setting().map(s -> s.measured).orElse(false);
          if (before != measured) {
            store.save(measured, clock.instant());
          }
          known = null;
          return before != measured;
        });
  }

  private Optional<ClickStore.Setting> setting() {
    Instant now = clock.instant();
    Known read = known;
    if (read == null || Duration.between(read.at, now).abs().compareTo(KEPT) >= 0) {
      read = new Known(now, transactions.call(store::setting));
      known = read;
    }
    return read.setting;
  }
}
