package org.postpurchase.order;

/** The host has no order with that id. */
public final class UnknownOrderException extends LifecycleRefusedException {
  public UnknownOrderException(long orderId) {
    super(
        "There is no order with id "
            + orderId
            + ". Check the id; the host may also have purged the order.");
  }
}
