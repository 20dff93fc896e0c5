package org.postpurchase.broadleaf.order;

import java.util.Collections;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.order.OrderTotals;
import org.postpurchase.shared.Money;

/**
 * A sale of one piece of a product, or of goods of some amount, as an order that nobody has placed:
 * for telling what it would earn. Offers that only a cart can judge are no part of it.
 */
public final class ImaginedSale {
  private ImaginedSale() {}

  /** One piece at the price that the shop asks today; empty when the product has none. */
  public static Optional<OrderSnapshot> of(Product product) {
    return price(product.getDefaultSku())
        .map(price -> order(price, ProductGoods.of(() -> Optional.of(product))));
  }

  /** Goods about which nothing is known but what they cost. */
  public static OrderSnapshot of(Money amount) {
    return order(amount, new OrderLine.Goods(0, Collections.<Long>emptySet(), true));
  }

  private static Optional<Money> price(Sku sku) {
    if (sku == null) {
      return Optional.empty();
    }
    org.broadleafcommerce.common.money.Money asked =
        sku.isOnSale() ? sku.getSalePrice() : sku.getRetailPrice();
    return Optional.ofNullable(asked)
        .map(
            price ->
                OrderMapper.money(
                    price, Currency.getInstance(price.getCurrency().getCurrencyCode())));
  }

  private static OrderSnapshot order(Money price, OrderLine.Goods goods) {
    Money none = Money.zero(price.currency());
    return new OrderSnapshot(
        0,
        "",
        OrderState.OPEN,
        null,
        new OrderSnapshot.Buyer(-1, "", "", Locale.ROOT),
        Collections.singletonList(new OrderLine(0, "", 1, price, "", "").of(goods)),
        new OrderTotals(price, none, none, none, price));
  }
}
