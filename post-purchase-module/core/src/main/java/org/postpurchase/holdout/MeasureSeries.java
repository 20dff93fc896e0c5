package org.postpurchase.holdout;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.postpurchase.shared.HexText;
import org.postpurchase.shared.Transactions;

/** Begins and ends comparisons, and says what they have shown. Safe for concurrent use. */
public final class MeasureSeries {
  private static final int SALT_BYTES = 16;

  private final HoldoutStore store;
  private final CountedOrders orders;
  private final Holdouts holdouts;
  private final Transactions transactions;
  private final Clock clock;
  private final Random random;

  public MeasureSeries(
      HoldoutStore store,
      CountedOrders orders,
      Holdouts holdouts,
      Transactions transactions,
      Clock clock) {
    this(store, orders, holdouts, transactions, clock, new SecureRandom());
  }

  /**
   * @param random where salts come from
   */
  MeasureSeries(
      HoldoutStore store,
      CountedOrders orders,
      Holdouts holdouts,
      Transactions transactions,
      Clock clock,
      Random random) {
    this.store = requireNonNull(store, "store");
    this.orders = requireNonNull(orders, "orders");
    this.holdouts = requireNonNull(holdouts, "holdouts");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
    this.random = requireNonNull(random, "random");
  }

  /**
   * Holds back another share from now on, in the caller's transaction: the comparison that runs is
   * ended and another one begun. What is so already stays as it is.
   *
   * @param percent one of {@link Holdout#SHARES}, or 0 to hold nobody back any more
   * @return whether anything has changed; false also when somebody else changed it meanwhile
   */
  public boolean hold(long seriesId, int percent) {
    if (percent != 0 && !Holdout.isShare(percent)) {
      throw new IllegalArgumentException("a share of " + percent + " % cannot be held back");
    }
    Instant now = clock.instant();
    int number = 1;
    Optional<Holdout> running = Optional.empty();
    for (Holdout each : store.all()) {
      if (each.seriesId == seriesId) {
        number = Math.max(number, each.number + 1);
        running = each.isRunning() ? Optional.of(each) : running;
      }
    }
    if (running.map(r -> r.percent).orElse(0) == percent) {
      return false;
    }
    boolean ended = !running.isPresent() || store.end(running.get(), now);
    boolean begun =
        percent == 0
            || (ended && store.begin(new Holdout(seriesId, number, percent, salt(), now, null)));
    holdouts.forget();
    return ended && begun;
  }

  private String salt() {
    byte[] bytes = new byte[SALT_BYTES];
    random.nextBytes(bytes);
    return HexText.of(bytes);
  }

  /** By series, its last comparison and what it has shown so far. Four statements. */
  public Map<Long, Effect> effects() {
    return transactions.call(
        () -> {
          Instant complete = clock.instant().minus(Effect.WINDOW);
          Map<Long, Holdout> last = new TreeMap<>();
          store.all().forEach(each -> last.put(each.seriesId, each));
          List<HoldoutStore.GroupSize> sizes = store.sizes(complete);
          List<HoldoutStore.GroupSize> buyers = orders.buyers(complete);
          List<CountedOrders.Bought> bought = new ArrayList<>(orders.bought(complete));
          Map<Long, Effect> effects = new TreeMap<>();
          last.forEach(
              (series, holdout) ->
                  effects.put(
                      series,
                      new Effect(
                          holdout,
                          group(holdout, Arm.MESSAGED, sizes, buyers, bought),
                          group(holdout, Arm.HELD_BACK, sizes, buyers, bought))));
          return effects;
        });
  }

  private static Effect.Group group(
      Holdout holdout,
      Arm arm,
      List<HoldoutStore.GroupSize> sizes,
      List<HoldoutStore.GroupSize> buyers,
      List<CountedOrders.Bought> bought) {
    Map<String, BigDecimal> money = new TreeMap<>();
    for (CountedOrders.Bought each : bought) {
      if (each.seriesId == holdout.seriesId && each.number == holdout.number && each.arm == arm) {
        money.merge(each.currency, each.kept, BigDecimal::add);
      }
    }
    long complete = sum(holdout, arm, sizes, true);
    return new Effect.Group(
        complete,
        sum(holdout, arm, buyers, true),
        complete + sum(holdout, arm, sizes, false),
        money);
  }

  private static long sum(
      Holdout holdout, Arm arm, List<HoldoutStore.GroupSize> sizes, boolean complete) {
    return sizes.stream()
        .filter(s -> s.seriesId == holdout.seriesId && s.number == holdout.number)
        .filter(s -> s.arm == arm && s.complete == complete)
        .mapToLong(s -> s.people)
        .sum();
  }
}
