package org.postpurchase.demo.site;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.annotation.Resource;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.FulfillmentGroupService;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.type.FulfillmentGroupStatusType;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderLifecycle;
import org.springframework.stereotype.Component;

/**
 * Does what a warehouse or an ERP would do to an order: reports it to the plugin, and sets the
 * host's own status where the host has one.
 */
@Component
class Warehouse {
  @Resource(name = "blOrderService")
  private OrderService orders;

  @Resource(name = "blFulfillmentGroupService")
  private FulfillmentGroupService shipments;

  @Resource(name = "ppOrderLifecycle")
  private OrderLifecycle lifecycle;

  void ship(OrderLines lines) {
    lifecycle.shipped(lines.order().getId(), units(lines), reference());
    mark(
        lines,
        FulfillmentGroupStatusType.FULFILLED,
        FulfillmentGroupStatusType.PARTIALLY_FULFILLED);
  }

  void deliver(OrderLines lines) {
    lifecycle.delivered(lines.order().getId(), units(lines), reference());
    mark(
        lines,
        FulfillmentGroupStatusType.DELIVERED,
        FulfillmentGroupStatusType.PARTIALLY_DELIVERED);
  }

  void cancel(OrderLines lines) throws PricingException {
    if (lines.whole()) {
      Order order = lines.order();
      order.setStatus(OrderStatus.CANCELLED);
      orders.save(order, false);
    } else {
      lifecycle.linesCancelled(lines.order().getId(), units(lines), reference());
    }
  }

  void takeBack(OrderLines lines) {
    lifecycle.linesReturned(lines.order().getId(), units(lines), reference());
  }

  /** Empty for all that is left of the order. */
  private static List<LineQuantity> units(OrderLines lines) {
    return lines.line() == null
        ? Collections.<LineQuantity>emptyList()
        : Collections.singletonList(LineQuantity.of(lines.line().getId(), lines.quantity()));
  }

  private static String reference() {
    return "demo-" + UUID.randomUUID();
  }

  private void mark(
      OrderLines lines, FulfillmentGroupStatusType whole, FulfillmentGroupStatusType partial) {
    for (FulfillmentGroup shipment : lines.order().getFulfillmentGroups()) {
      shipment.setStatus(lines.whole() ? whole : partial);
      shipments.save(shipment);
    }
  }
}
