package org.postpurchase.demo.site;

import java.util.List;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;

/** Which part of an order a warehouse call is about: all of it, or a quantity of one line. */
final class OrderLines {
  private final Order order;
  private final OrderItem line;
  private final int quantity;

  private OrderLines(Order order, OrderItem line, int quantity) {
    this.order = order;
    this.line = line;
    this.quantity = quantity;
  }

  /**
   * Reads the optional parameters of a warehouse call.
   *
   * @param wantedLine position from 1, or the id of the order item; null for the whole order
   * @param wantedQuantity pieces of that line; null for all
   * @throws IllegalArgumentException in words for the caller, if there is no such line or not so
   *     many pieces
   */
  static OrderLines of(Order order, Long wantedLine, Integer wantedQuantity) {
    if (wantedLine == null) {
      if (wantedQuantity != null) {
        throw new IllegalArgumentException("quantity needs a line.");
      }
      return new OrderLines(order, null, 0);
    }
    OrderItem line = find(order.getOrderItems(), wantedLine);
    int quantity = wantedQuantity == null ? line.getQuantity() : wantedQuantity;
    if (quantity < 1 || quantity > line.getQuantity()) {
      throw new IllegalArgumentException(
          "quantity must be from 1 to "
              + line.getQuantity()
              + " for line "
              + wantedLine
              + "; it was "
              + quantity
              + ".");
    }
    return new OrderLines(order, line, quantity);
  }

  private static OrderItem find(List<OrderItem> items, long wanted) {
    for (OrderItem item : items) {
      if (item.getId() == wanted) {
        return item;
      }
    }
    if (wanted < 1 || wanted > items.size()) {
      throw new IllegalArgumentException(
          "The order has the lines 1 to " + items.size() + "; there is no line " + wanted + ".");
    }
    return items.get((int) wanted - 1);
  }

  Order order() {
    return order;
  }

  /** The line, or null for the whole order. */
  OrderItem line() {
    return line;
  }

  int quantity() {
    return quantity;
  }

  boolean whole() {
    boolean onlyLine =
        line != null && order.getOrderItems().size() == 1 && quantity == line.getQuantity();
    return line == null || onlyLine;
  }
}
