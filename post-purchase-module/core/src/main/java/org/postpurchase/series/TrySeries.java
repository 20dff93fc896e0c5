package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.PlacedOrders;
import org.postpurchase.shared.Shop;

/**
 * Goes through the orders of the past with a draft as if it had been active, on a clock of its own,
 * and counts who would have entered and what would have been due. Reads only; nothing is kept.
 *
 * <p>Who enters, how often, which orders a step is for, branches by orders and what ends a run are
 * judged as the engine judges them. Consent, codes, reviews and what else only time brings are
 * taken to speak for sending, and what is waited for not to happen: the numbers are the most there
 * could have been.
 */
public final class TrySeries {
  final PlacedOrders orders;
  final OrderLineStore lines;
  final OrderHistory history;
  final Triggers triggers;
  final Supplier<Shop> shop;
  final Clock clock;

  public TrySeries(
      PlacedOrders orders,
      OrderLineStore lines,
      OrderHistory history,
      Triggers triggers,
      Supplier<Shop> shop,
      Clock clock) {
    this.orders = requireNonNull(orders, "orders");
    this.lines = lines;
    this.history = history;
    this.triggers = triggers;
    this.shop = shop;
    this.clock = clock;
  }

  /**
   * @return empty when the draft does not begin with an order
   */
  public Optional<Trial> run(SeriesDefinition draft, int days) {
    Optional<OrderTrigger> trigger = triggers.ofOrder(draft.trigger);
    if (!trigger.isPresent()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return Optional.of(new TrialRun(this, draft, trigger.get(), now).go(days));
  }
}
