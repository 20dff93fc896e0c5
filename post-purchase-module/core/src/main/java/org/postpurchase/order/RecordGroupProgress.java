package org.postpurchase.order;

import java.time.Clock;
import java.util.List;

/**
 * Notes on the order's lines what the host itself says about a parcel, as {@link OrderLifecycle}
 * does with what a warehouse reports.
 *
 * <p>Where both speak about the same units they count once: never more than is still open. Runs in
 * the caller's transaction, once for each event.
 */
public final class RecordGroupProgress {
  private static final String GROUP = "group=";

  private final OrderReader orders;
  private final GroupReader groups;
  private final OrderLineStore lines;
  private final Clock clock;

  public RecordGroupProgress(
      OrderReader orders, GroupReader groups, OrderLineStore lines, Clock clock) {
    this.orders = orders;
    this.groups = groups;
    this.lines = lines;
    this.clock = clock;
  }

  /** {@link #apply(OrderEvent)} for each of the events, in their order. */
  public void apply(List<OrderEvent> events) {
    events.forEach(this::apply);
  }

  /** Does nothing for events that are not about a parcel of the host, or about one that is gone. */
  public void apply(OrderEvent event) {
    boolean parcel = event.fact == OrderFact.SHIPPED || event.fact == OrderFact.DELIVERED;
    OrderSnapshot order =
        parcel && event.payload.startsWith(GROUP) ? orders.find(event.orderId).orElse(null) : null;
    if (order == null) {
      return;
    }
    long groupId = Long.parseLong(event.payload.substring(GROUP.length()));
    List<LineQuantity> packed = groups.linesOfGroup(groupId);
    lines.ensure(order, clock.instant());
    for (OrderLineProgress line : lines.lock(order)) {
      packed.stream()
          .filter(p -> p.lineId == line.lineId)
          .mapToInt(p -> Math.min(p.quantity, line.openFor(event.fact)))
          .filter(units -> units > 0)
          .forEach(
              units ->
                  lines.add(event.fact, LineQuantity.of(line.lineId, units), event.occurredAt));
    }
  }
}
