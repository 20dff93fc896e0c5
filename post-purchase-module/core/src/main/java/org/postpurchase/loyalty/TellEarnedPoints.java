package org.postpurchase.loyalty;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.shared.EmailAddress;

/**
 * Posts points as the handler behind it does, and tells series of orders that earned some, in the
 * same transaction. Each order is told of once, however often its event is handled. Two statements
 * for a batch while a series waits, and none while none does.
 */
public final class TellEarnedPoints implements EventHandler {
  private final EventHandler booking;
  private final EarnedPoints earned;
  private final OrderReader orders;
  private final Supplier<Moments> moments;

  /**
   * @param moments known once the shop runs
   */
  public TellEarnedPoints(
      EventHandler booking, EarnedPoints earned, OrderReader orders, Supplier<Moments> moments) {
    this.booking = requireNonNull(booking, "booking");
    this.earned = requireNonNull(earned, "earned");
    this.orders = requireNonNull(orders, "orders");
    this.moments = requireNonNull(moments, "moments");
  }

  @Override
  public String name() {
    return booking.name();
  }

  @Override
  public boolean reactsTo(OrderFact fact) {
    return booking.reactsTo(fact);
  }

  @Override
  public void handle(List<OrderEvent> events) {
    booking.handle(events);
    Map<Long, Instant> placed = new TreeMap<>();
    for (OrderEvent event : events) {
      if (event.fact == OrderFact.SUBMITTED) {
        placed.put(event.orderId, event.occurredAt);
      }
    }
    if (placed.isEmpty() || !moments.get().audience(PointsEarnedTrigger.KEY).isPresent()) {
      return;
    }
    placed.keySet().retainAll(earned.keptOf(placed.keySet()).keySet());
    List<Moment> told = new ArrayList<>();
    if (!placed.isEmpty()) {
      orders.findAll(placed.keySet()).forEach((id, order) -> tell(order, placed.get(id), told));
    }
    if (!told.isEmpty()) {
      moments.get().report(told);
    }
  }

  private static void tell(OrderSnapshot order, Instant at, List<Moment> told) {
    if (order.email.isEmpty()) {
      return;
    }
    Moment.Builder moment =
        Moment.of(PointsEarnedTrigger.KEY, EmailAddress.stored(order.email))
            .order(order.orderId)
            .reader(order.firstName, order.locale);
    if (order.registered) {
      moment.customer(order.customerId);
    }
    told.add(moment.happened("order:" + order.orderId, at));
  }
}
