package org.postpurchase.loyalty;

import org.postpurchase.order.OrderSnapshot;

/**
 * Whose account points go to: a customer's, or that of a guest's order until somebody claims it.
 */
public final class Owners {
  private static final String CUSTOMER = "customer:";
  private static final String ORDER = "order:";

  private Owners() {}

  public static String ofCustomer(long customerId) {
    return CUSTOMER + customerId;
  }

  public static String ofGuestOrder(long orderId) {
    return ORDER + orderId;
  }

  public static String of(OrderSnapshot order) {
    return order.registered ? ofCustomer(order.customerId) : ofGuestOrder(order.orderId);
  }

  /** Zero when the owner is a customer. */
  public static long orderId(String ownerKey) {
    return ownerKey.startsWith(ORDER) ? Long.parseLong(ownerKey.substring(ORDER.length())) : 0;
  }

  /** Zero when the owner is no customer. */
  public static long customerId(String ownerKey) {
    return ownerKey.startsWith(CUSTOMER)
        ? Long.parseLong(ownerKey.substring(CUSTOMER.length()))
        : 0;
  }
}
