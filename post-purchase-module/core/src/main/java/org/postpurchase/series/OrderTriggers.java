package org.postpurchase.series;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;

/** The triggers about orders that every shop has. */
public final class OrderTriggers {
  /** A person's first order that counts: no other submitted one before it. */
  public static final String FIRST_ORDER = "FIRST_ORDER";

  public static final String ANY_ORDER = "ANY_ORDER";

  /** Everything of an order that was not cancelled has left the warehouse. */
  public static final String ORDER_SHIPPED = "ORDER_SHIPPED";

  /** Everything of an order that was not cancelled has arrived. */
  public static final String ORDER_DELIVERED = "ORDER_DELIVERED";

  public static final String ORDER_CANCELLED = "ORDER_CANCELLED";

  private OrderTriggers() {}

  /** In the order in which merchants see them. */
  public static List<OrderTrigger> shipped(OrderHistory history) {
    return Arrays.asList(
        new First(history),
        new OfFact(ANY_ORDER, "Any order", OrderFact.SUBMITTED),
        new OfFact(ORDER_SHIPPED, "Order shipped", OrderFact.SHIPPED),
        new OfFact(ORDER_DELIVERED, "Order delivered", OrderFact.DELIVERED),
        new OfFact(ORDER_CANCELLED, "Order cancelled", OrderFact.CANCELLED));
  }

  /**
   * A fact about the whole order. A part that was shipped or has arrived is not the whole yet; it
   * becomes the whole when the rest is cancelled, and what is in no parcel has arrived when it was
   * ordered.
   */
  private static class OfFact implements OrderTrigger {
    private final String key;
    private final String label;
    private final OrderFact fact;

    OfFact(String key, String label, OrderFact fact) {
      this.key = key;
      this.label = label;
      this.fact = fact;
    }

    @Override
    public String key() {
      return key;
    }

    @Override
    public String label(Locale locale) {
      return label;
    }

    @Override
    public Set<OrderFact> facts() {
      switch (fact) {
        case SHIPPED:
          return EnumSet.of(OrderFact.SHIPPED, OrderFact.LINES_CANCELLED);
        case DELIVERED:
          return EnumSet.of(OrderFact.DELIVERED, OrderFact.LINES_CANCELLED, OrderFact.SUBMITTED);
        default:
          return EnumSet.of(fact);
      }
    }

    @Override
    public boolean happened(OrderEvent event, OrderProgress progress) {
      switch (fact) {
        case SHIPPED:
          return !progress.isNothingShipped() && progress.shippedAt().isPresent();
        case DELIVERED:
          return event.fact == OrderFact.SUBMITTED
              ? progress.isNothingShipped()
              : progress.deliveredAt().isPresent();
        default:
          return event.fact == fact;
      }
    }

    @Override
    public boolean isOncePerOrder() {
      return fact == OrderFact.SHIPPED || fact == OrderFact.DELIVERED;
    }
  }

  private static final class First extends OfFact {
    private final OrderHistory history;

    First(OrderHistory history) {
      super(FIRST_ORDER, "First order", OrderFact.SUBMITTED);
      this.history = history;
    }

    @Override
    public Optional<ReasonCode> unfit(OrderSnapshot order) {
      return history.hasEarlier(order) ? Optional.of(ReasonCode.NOT_FIRST_ORDER) : Optional.empty();
    }

    @Override
    public Map<Long, ReasonCode> unfitAmong(Collection<OrderSnapshot> orders) {
      Map<Long, ReasonCode> unfit = new HashMap<>();
      history.withEarlier(orders).forEach(id -> unfit.put(id, ReasonCode.NOT_FIRST_ORDER));
      return unfit;
    }
  }
}
