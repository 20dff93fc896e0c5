package org.postpurchase.broadleaf.order;

import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderState;

/** The host's stored status words and what they mean to us (docs/host-mapping.md). */
final class HostStatus {
  private HostStatus() {}

  /** The fact that a {@code BLC_ORDER.ORDER_STATUS} makes true, or null. */
  static OrderFact factOfOrder(Object status) {
    if ("SUBMITTED".equals(status)) {
      return OrderFact.SUBMITTED;
    }
    return "CANCELLED".equals(status) ? OrderFact.CANCELLED : null;
  }

  /**
   * The fact that a {@code BLC_FULFILLMENT_GROUP.STATUS} makes true for the whole group, or null.
   */
  static OrderFact factOfGroup(Object status) {
    if ("FULFILLED".equals(status) || "SHIPPED".equals(status)) {
      return OrderFact.SHIPPED;
    }
    return "DELIVERED".equals(status) ? OrderFact.DELIVERED : null;
  }

  static OrderState stateOf(String status) {
    OrderFact fact = factOfOrder(status);
    if (fact == OrderFact.SUBMITTED) {
      return OrderState.SUBMITTED;
    }
    return fact == OrderFact.CANCELLED ? OrderState.CANCELLED : OrderState.OPEN;
  }
}
