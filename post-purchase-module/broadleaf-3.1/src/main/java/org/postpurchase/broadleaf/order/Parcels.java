package org.postpurchase.broadleaf.order;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.FulfillmentGroupItem;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.service.type.FulfillmentType;

/**
 * Tells which items of an order are in no parcel: those in a fulfilment group for downloads or gift
 * cards, and those whose SKU is one. Nobody reports that these arrive, so nobody waits for it.
 */
final class Parcels {
  private static final Set<FulfillmentType> WITHOUT =
      Collections.unmodifiableSet(
          new HashSet<>(Arrays.asList(FulfillmentType.DIGITAL, FulfillmentType.GIFT_CARD)));

  private final Set<Long> itemsWithout = new HashSet<>();

  Parcels(Order order) {
    Set<Long> itemsWith = new HashSet<>();
    boolean anyWithout =
        order.getFulfillmentGroups().stream().anyMatch(g -> WITHOUT.contains(g.getType()));
    if (!anyWithout) {
      return; // spares the look at each group's items
    }
    for (FulfillmentGroup group : order.getFulfillmentGroups()) {
      Set<Long> items = WITHOUT.contains(group.getType()) ? itemsWithout : itemsWith;
      for (FulfillmentGroupItem part : group.getFulfillmentGroupItems()) {
        items.add(ownItem(part.getOrderItem()).getId());
      }
    }
    itemsWithout.removeAll(itemsWith);
  }

  boolean hold(OrderItem item) {
    return !itemsWithout.contains(item.getId()) && !WITHOUT.contains(new HostLine(item).kind());
  }

  /** The order's line is the bundle, not its parts. */
  private static OrderItem ownItem(OrderItem item) {
    boolean part =
        item instanceof DiscreteOrderItem
            && ((DiscreteOrderItem) item).getBundleOrderItem() != null;
    return part ? ((DiscreteOrderItem) item).getBundleOrderItem() : item;
  }
}
