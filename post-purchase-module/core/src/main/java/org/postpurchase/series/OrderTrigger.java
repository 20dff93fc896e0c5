package org.postpurchase.series;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.moment.Trigger;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderHistory;
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
   *
   * @param history what else the buyers of the batch have ordered, read for all of them at once
   */
  default Optional<ReasonCode> unfit(OrderSnapshot order, OrderHistory history) {
    return Optional.empty();
  }

  /** What a series that begins with it has to say about its orders; nothing for most. */
  default Set<Needed> needs() {
    return EnumSet.noneOf(Needed.class);
  }

  /** Something about orders that a series says in its own settings. */
  enum Needed {
    /** Products or categories. */
    GOODS,
    /** The least total in each currency. */
    AMOUNT,
    /** Which order of the person it is. */
    NUMBER
  }

  /**
   * Whether it happens at most once to an order, such as that all of it has arrived, however many
   * facts tell of it.
   */
  default boolean isOncePerOrder() {
    return false;
  }
}
