package org.postpurchase.series;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.moment.Trigger;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;

/** Something that happens to an order, with which its buyer can enter a series. */
public interface OrderTrigger extends Trigger {
  @Override
  default boolean isAboutOrder() {
    return true;
  }

  /** The facts after which {@link #happened} is asked. */
  Set<OrderFact> facts();

  /**
   * Whether the fact makes it happen.
   *
   * @param progress the order's lines with this fact in them
   */
  boolean happened(OrderEvent event, OrderProgress progress);

  /**
   * Why this order is none of its kind; stored as the reason why its buyer did not enter. Reads
   * only.
   */
  default Optional<ReasonCode> unfit(OrderSnapshot order) {
    return Optional.empty();
  }

  /**
   * {@link #unfit} for many orders, by order id; those that are of its kind are left out. To be
   * written where it asks the database, so that the statements do not grow with the orders.
   */
  default Map<Long, ReasonCode> unfitAmong(Collection<OrderSnapshot> orders) {
    Map<Long, ReasonCode> unfit = new HashMap<>();
    orders.forEach(order -> unfit(order).ifPresent(why -> unfit.put(order.orderId, why)));
    return unfit;
  }

  /**
   * Whether it happens at most once to an order, such as that all of it has arrived, however many
   * facts tell of it.
   */
  default boolean isOncePerOrder() {
    return false;
  }
}
