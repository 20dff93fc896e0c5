package org.postpurchase.broadleaf.order;

import java.util.Optional;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.order.domain.BundleOrderItem;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.OrderItem;

/** What was bought with an order item, whichever kind of item the host made of it. */
final class HostItems {
  private HostItems() {}

  static Optional<Sku> sku(OrderItem item) {
    if (item instanceof DiscreteOrderItem) {
      return Optional.ofNullable(((DiscreteOrderItem) item).getSku());
    }
    return item instanceof BundleOrderItem
        ? Optional.ofNullable(((BundleOrderItem) item).getSku())
        : Optional.empty();
  }

  static Optional<Product> product(OrderItem item) {
    if (item instanceof DiscreteOrderItem && ((DiscreteOrderItem) item).getProduct() != null) {
      return Optional.of(((DiscreteOrderItem) item).getProduct());
    }
    return sku(item).map(Sku::getProduct);
  }
}
