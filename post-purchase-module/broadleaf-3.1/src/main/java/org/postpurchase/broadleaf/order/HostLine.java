package org.postpurchase.broadleaf.order;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadleafcommerce.common.media.domain.Media;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.ProductAttribute;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.order.domain.BundleOrderItem;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.service.type.FulfillmentType;
import org.postpurchase.order.OrderLine;

/**
 * What the catalogue says today about what was bought with an order item, whichever kind of item
 * the host made of it. Rows that the shop has deleted since say nothing.
 */
final class HostLine {
  private static final String PICTURE = "primary";
  private static final String HOW_TO = "how-to";
  private static final String HOW_TO_URL = "how-to-url";
  private static final String USAGE = "usage-every";

  private final OrderItem item;

  HostLine(OrderItem item) {
    this.item = item;
  }

  /** The name as it was bought, else the product's. */
  String name() {
    String own = text(item.getName());
    return own.isEmpty() ? unlessDeleted(() -> product().map(Product::getName)) : own;
  }

  /** The SKU's picture, else the product's; empty when there is none. */
  String picture() {
    String own = unlessDeleted(() -> sku().map(sku -> url(sku.getSkuMedia())));
    return own.isEmpty() ? unlessDeleted(() -> product().map(p -> url(p.getMedia()))) : own;
  }

  String page() {
    return unlessDeleted(() -> product().map(Product::getUrl));
  }

  /** How its SKU is brought to the buyer; null when the catalogue does not say. */
  FulfillmentType kind() {
    FulfillmentType[] kind = new FulfillmentType[1];
    unlessDeleted(
        () -> {
          kind[0] = sku().map(Sku::getFulfillmentType).orElse(null);
          return Optional.empty();
        });
    return kind[0];
  }

  OrderLine.Care care() {
    boolean available =
        !unlessDeleted(() -> product().filter(Product::isActive).map(p -> "yes")).isEmpty();
    return new OrderLine.Care(available, attribute(HOW_TO), attribute(HOW_TO_URL))
        .every(attribute(USAGE));
  }

  OrderLine.Goods goods() {
    return ProductGoods.of(this::product);
  }

  private String attribute(String name) {
    return unlessDeleted(
            () ->
                product()
                    .map(p -> p.getProductAttributes().get(name))
                    .map(ProductAttribute::getValue))
        .trim();
  }

  private Optional<Sku> sku() {
    if (item instanceof DiscreteOrderItem) {
      return Optional.ofNullable(((DiscreteOrderItem) item).getSku());
    }
    return item instanceof BundleOrderItem
        ? Optional.ofNullable(((BundleOrderItem) item).getSku())
        : Optional.empty();
  }

  private Optional<Product> product() {
    if (item instanceof DiscreteOrderItem && ((DiscreteOrderItem) item).getProduct() != null) {
      return Optional.of(((DiscreteOrderItem) item).getProduct());
    }
    return sku().map(Sku::getProduct);
  }

  private static String unlessDeleted(Supplier<Optional<String>> read) {
    return ProductGoods.unlessDeleted(read);
  }

  private static String url(Map<String, Media> media) {
    if (media == null || media.isEmpty()) {
      return "";
    }
    Media chosen =
        media.containsKey(PICTURE) ? media.get(PICTURE) : media.values().iterator().next();
    return text(chosen.getUrl());
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
