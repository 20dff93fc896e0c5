package org.postpurchase.site;

import java.util.Optional;
import org.broadleafcommerce.core.order.domain.NullOrderImpl;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.type.OrderStatus;

/** What the host puts in the place of a cart, sorted out. */
public final class Carts {
  private Carts() {}

  /** The cart if it is one that can still become an order; its id is known then. */
  public static Optional<Order> open(Object cart) {
    if (!(cart instanceof Order) || cart instanceof NullOrderImpl) {
      return Optional.empty();
    }
    Order order = (Order) cart;
    boolean isOpen = order.getId() != null && OrderStatus.IN_PROCESS.equals(order.getStatus());
    return isOpen ? Optional.of(order) : Optional.empty();
  }

  /** The order if it was placed. */
  public static Optional<Order> placed(Object order) {
    return order instanceof Order
            && !(order instanceof NullOrderImpl)
            && ((Order) order).getOrderNumber() != null
        ? Optional.of((Order) order)
        : Optional.empty();
  }
}
