package org.postpurchase.click;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.postpurchase.shared.KeptBriefly;
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
  private final KeptBriefly<Optional<ClickStore.Setting>> setting;

  public ClickSwitch(ClickStore store, Transactions transactions, Clock clock) {
    this.store = requireNonNull(store, "store");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
    setting = new KeptBriefly<>(KEPT, clock, () -> transactions.call(store::setting));
  }

  public boolean isOn() {
    return setting.get().map(s -> s.measured).orElse(false);
  }

  /** Whether there can be clicks, be it from a time in which it was on. */
  public boolean wasEverOn() {
    return setting.get().isPresent();
  }

  /** As it is in the database now; true when this changed it. */
  public boolean switchTo(boolean measured) {
    return transactions.call(
        () -> {
          boolean before = store.setting().map(s -> s.measured).orElse(false);
          if (before != measured) {
            store.save(measured, clock.instant());
          }
          setting.forget();
          return before != measured;
        });
  }
}
