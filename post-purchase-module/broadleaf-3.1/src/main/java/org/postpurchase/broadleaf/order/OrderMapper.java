package org.postpurchase.broadleaf.order;

import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadleafcommerce.common.media.domain.Media;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.postpurchase.order.OrderEventLog;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderTotals;
import org.postpurchase.shared.Money;

/** Copies a host order into our words, cleaning up what may be null there. */
public final class OrderMapper {
  private static final String PICTURE = "primary";

  private final OrderEventLog events;
  private final Supplier<Locale> shopLocale;

  /**
   * @param shopLocale used for orders that carry no locale of their own
   */
  public OrderMapper(OrderEventLog events, Supplier<Locale> shopLocale) {
    this.events = events;
    this.shopLocale = shopLocale;
  }

  OrderSnapshot snapshot(Order order) {
    Currency currency = currency(order);
    List<OrderLine> lines = new ArrayList<>();
    for (OrderItem item : order.getOrderItems()) {
      if (item.getParentOrderItem() == null) {
        lines.add(line(item, currency));
      }
    }
    OrderTotals totals =
        new OrderTotals(
            money(order.getSubTotal(), currency),
            money(order.getOrderAdjustmentsValue(), currency),
            money(order.getTotalFulfillmentCharges(), currency),
            money(order.getTotalTax(), currency),
            money(order.getTotal(), currency));
    return new OrderSnapshot(
        order.getId(),
        text(order.getOrderNumber()),
        HostStatus.stateOf(order.getStatus() == null ? null : order.getStatus().getType()),
        submittedAt(order),
        buyer(order),
        lines,
        totals);
  }

  /**
   * The moment by the shop's clock when we saw it; the host stamps the date from the operating
   * system's.
   */
  private Instant submittedAt(Order order) {
    if (order.getSubmitDate() == null) {
      return null;
    }
    Instant stamped = Instant.ofEpochMilli(order.getSubmitDate().getTime());
    return events
        .find(org.postpurchase.order.OrderEvent.statusKey(order.getId(), OrderFact.SUBMITTED, 1))
        .map(event -> event.occurredAt)
        .orElse(stamped);
  }

  private OrderSnapshot.Buyer buyer(Order order) {
    Customer customer = order.getCustomer();
    String email = text(order.getEmailAddress());
    if (email.isEmpty() && customer != null) {
      email = text(customer.getEmailAddress());
    }
    return new OrderSnapshot.Buyer(
        customer == null ? -1 : customer.getId(), email, firstName(order, customer), locale(order));
  }

  private static String firstName(Order order, Customer customer) {
    if (customer != null && customer.getFirstName() != null) {
      return customer.getFirstName().trim();
    }
    for (FulfillmentGroup group : order.getFulfillmentGroups()) {
      if (group.getAddress() != null && group.getAddress().getFirstName() != null) {
        return group.getAddress().getFirstName().trim();
      }
    }
    return "";
  }

  private Locale locale(Order order) {
    if (order.getLocale() == null || order.getLocale().getLocaleCode() == null) {
      return shopLocale.get();
    }
    Locale own = Locale.forLanguageTag(order.getLocale().getLocaleCode().replace('_', '-'));
    return new Locale(own.getLanguage(), own.getCountry());
  }

  private static OrderLine line(OrderItem item, Currency currency) {
    Optional<Sku> sku = HostItems.sku(item);
    Optional<Product> product = HostItems.product(item);
    String name = text(item.getName());
    if (name.isEmpty()) {
      name = product.map(p -> text(p.getName())).orElse("");
    }
    return new OrderLine(
        item.getId(),
        name,
        item.getQuantity(),
        money(item.getTotalPrice(), currency),
        picture(sku, product),
        product.map(p -> text(p.getUrl())).orElse(""));
  }

  private static String picture(Optional<Sku> sku, Optional<Product> product) {
    String own = sku.map(s -> url(s.getSkuMedia())).orElse("");
    return own.isEmpty() ? product.map(p -> url(p.getMedia())).orElse("") : own;
  }

  private static String url(Map<String, Media> media) {
    if (media == null || media.isEmpty()) {
      return "";
    }
    Media chosen =
        media.containsKey(PICTURE) ? media.get(PICTURE) : media.values().iterator().next();
    return text(chosen.getUrl());
  }

  private static Currency currency(Order order) {
    if (order.getCurrency() != null && order.getCurrency().getCurrencyCode() != null) {
      return Currency.getInstance(order.getCurrency().getCurrencyCode());
    }
    return order.getTotal() == null ? Currency.getInstance("USD") : order.getTotal().getCurrency();
  }

  private static Money money(org.broadleafcommerce.common.money.Money amount, Currency currency) {
    return amount == null
        ? Money.zero(currency)
        : Money.of(amount.getAmount(), currency, RoundingMode.HALF_UP);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
