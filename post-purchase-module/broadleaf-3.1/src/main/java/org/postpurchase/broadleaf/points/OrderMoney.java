package org.postpurchase.broadleaf.points;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.broadleaf.order.OrderMapper;
import org.postpurchase.shared.Money;

/** The sums of a host order that points are measured against. Immutable. */
final class OrderMoney {
  final Money merchandise;
  final Money total;

  private OrderMoney(Money merchandise, Money total) {
    this.merchandise = merchandise;
    this.total = total;
  }

  /** Empty for an order without a currency or a price: the host cannot confirm payments of such. */
  static Optional<OrderMoney> of(Order order) {
    if (order.getCurrency() == null || order.getSubTotal() == null) {
      return Optional.empty();
    }
    Currency currency = Currency.getInstance(order.getCurrency().getCurrencyCode());
    Money goods =
        OrderMapper.money(order.getSubTotal(), currency)
            .minus(OrderMapper.money(order.getOrderAdjustmentsValue(), currency));
    return Optional.of(
        new OrderMoney(
            goods,
            order.getTotal() == null ? goods : OrderMapper.money(order.getTotal(), currency)));
  }

  /** The same amount as the host writes it. */
  static org.broadleafcommerce.common.money.Money host(Money amount) {
    int digits = Math.max(0, amount.currency().getDefaultFractionDigits());
    return new org.broadleafcommerce.common.money.Money(
        BigDecimal.valueOf(amount.amountMinor(), digits), amount.currency());
  }
}
