package org.postpurchase.series;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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

  /** A person's second, third, and so on, order; the series says which. */
  public static final String NTH_ORDER = "NTH_ORDER";

  /** An order with a product, or something of a category, that the series names. */
  public static final String ORDER_CONTAINS = "ORDER_CONTAINS";

  /** An order of at least so much, in a currency that the series names. */
  public static final String ORDER_ABOVE = "ORDER_ABOVE";

  private OrderTriggers() {}

  /** In the order in which merchants see them. */
  public static List<OrderTrigger> shipped() {
    return Arrays.asList(
        new First(),
        new OfFact(ANY_ORDER, "Any order", OrderFact.SUBMITTED),
        new OfSome(NTH_ORDER, "Second, third, … order", OrderTrigger.Needed.NUMBER),
        new OfSome(ORDER_CONTAINS, "Order with a product or category", OrderTrigger.Needed.GOODS),
        new OfSome(ORDER_ABOVE, "Order above an amount", OrderTrigger.Needed.AMOUNT),
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

  /** Orders about which the series says more. */
  private static final class OfSome extends OfFact {
    private final Needed needed;

    OfSome(String key, String label, Needed needed) {
      super(key, label, OrderFact.SUBMITTED);
      this.needed = needed;
    }

    @Override
    public Set<Needed> needs() {
      return EnumSet.of(needed);
    }
  }

  private static final class First extends OfFact {
    First() {
      super(FIRST_ORDER, "First order", OrderFact.SUBMITTED);
    }

    @Override
    public Optional<ReasonCode> unfit(OrderSnapshot order, OrderHistory history) {
      return history.hasEarlier(order) ? Optional.of(ReasonCode.NOT_FIRST_ORDER) : Optional.empty();
    }
  }
}
