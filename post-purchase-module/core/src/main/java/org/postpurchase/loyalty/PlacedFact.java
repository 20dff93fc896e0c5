package org.postpurchase.loyalty;

import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderSnapshot;

/** An order that was placed, or to which lines were added. */
final class PlacedFact {
  final OrderSnapshot order;
  final OrderEvent event;
  final int life;

  PlacedFact(OrderSnapshot order, OrderEvent event, int life) {
    this.order = order;
    this.event = event;
    this.life = life;
  }
}
