package org.postpurchase.broadleaf.order;

import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.profile.core.domain.Country;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.State;
import org.hibernate.proxy.HibernateProxy;
import org.postpurchase.broadleaf.points.PointsGatewayType;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEventLog;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderTotals;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.Money;

/** Copies a host order into our words, cleaning up what may be null there. */
public final class OrderMapper {
  private final OrderEventLog events;
  private final BareLines bareLines;
  private final Supplier<Locale> shopLocale;

  /**
   * @param bareLines used where the host cannot load the lines for want of their products
   * @param shopLocale used for orders that carry no locale of their own
   */
  public OrderMapper(OrderEventLog events, BareLines bareLines, Supplier<Locale> shopLocale) {
    this.events = events;
    this.bareLines = bareLines;
    this.shopLocale = shopLocale;
  }

  OrderSnapshot snapshot(Order order) {
    return snapshot(order, submittedAt(order), bareLines.areAllThereIs(order.getId()));
  }

  /**
   * @param bare whether the host cannot load the order's lines
   */
  OrderSnapshot snapshot(Order order, Instant submittedAt, boolean bare) {
    Currency currency = currency(order);
    return new OrderSnapshot(
        order.getId(),
        text(order.getOrderNumber()),
        HostStatus.stateOf(order.getStatus() == null ? null : order.getStatus().getType()),
        submittedAt,
        buyer(order),
        bare ? bareLines.of(order.getId(), currency) : lines(order, currency),
        totals(order, currency));
  }

  /**
   * The order without what points do not depend on: names, pictures, addresses and languages.
   *
   * @param goods where the products of its lines stand in the catalogue; asked only for an order
   *     whose lines the host can load
   */
  OrderSnapshot forPoints(
      Order order, Instant submittedAt, boolean bare, Function<OrderItem, OrderLine.Goods> goods) {
    Currency currency = currency(order);
    List<OrderLine> lines = new ArrayList<>();
    if (bare) {
      lines.addAll(bareLines.of(order.getId(), currency));
    } else {
      for (OrderItem item : order.getOrderItems()) {
        if (item.getParentOrderItem() == null) {
          Money total = money(item.getTotalPrice(), currency);
          lines.add(
              new OrderLine(item.getId(), "", item.getQuantity(), total, "", "")
                  .of(goods.apply(item)));
        }
      }
    }
    Customer customer = order.getCustomer();
    OrderSnapshot.Buyer buyer =
        new OrderSnapshot.Buyer(
            customer == null ? -1 : customer.getId(), email(order, customer), "", Locale.ROOT);
    return new OrderSnapshot(
        order.getId(),
        text(order.getOrderNumber()),
        HostStatus.stateOf(order.getStatus() == null ? null : order.getStatus().getType()),
        submittedAt,
        customer != null && customer.isRegistered() ? buyer.withAccount() : buyer,
        lines,
        totals(order, currency));
  }

  private static OrderTotals totals(Order order, Currency currency) {
    return new OrderTotals(
        money(order.getSubTotal(), currency),
        money(order.getOrderAdjustmentsValue(), currency),
        money(order.getTotalFulfillmentCharges(), currency),
        money(order.getTotalTax(), currency),
        money(order.getTotal(), currency),
        paidWithPoints(order, currency));
  }

  private static String email(Order order, Customer customer) {
    String email = text(order.getEmailAddress());
    return email.isEmpty() && customer != null ? text(customer.getEmailAddress()) : email;
  }

  private static Money paidWithPoints(Order order, Currency currency) {
    Money sum = Money.zero(currency);
    for (OrderPayment payment : order.getPayments()) {
      if (payment.isActive() && PointsGatewayType.LOYALTY_POINTS.equals(payment.getGatewayType())) {
        sum = sum.plus(money(payment.getAmount(), currency));
      }
    }
    return sum;
  }

  private static List<OrderLine> lines(Order order, Currency currency) {
    Parcels parcels = new Parcels(order);
    List<OrderLine> lines = new ArrayList<>();
    for (OrderItem item : order.getOrderItems()) {
      if (item.getParentOrderItem() == null) {
        OrderLine line = line(item, currency);
        lines.add(parcels.hold(item) ? line : line.notShipped());
      }
    }
    return lines;
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
        .map(event -> seen(event, stamped))
        .orElse(stamped);
  }

  /** What only the sweep has found was placed when the host says, not when it was found. */
  private static Instant seen(org.postpurchase.order.OrderEvent event, Instant stamped) {
    return seen(event.source, event.occurredAt, stamped);
  }

  static Instant seen(EventSource source, Instant occurredAt, Instant stamped) {
    boolean late = source == EventSource.SWEEP && stamped.isBefore(occurredAt);
    return late ? stamped : occurredAt;
  }

  private OrderSnapshot.Buyer buyer(Order order) {
    Customer customer = order.getCustomer();
    OrderSnapshot.Buyer buyer =
        new OrderSnapshot.Buyer(
                customer == null ? -1 : customer.getId(),
                email(order, customer),
                firstName(order, customer),
                locale(order),
                country(order))
            .inRegion(region(order));
    return customer != null && customer.isRegistered() ? buyer.withAccount() : buyer;
  }

  private static String country(Order order) {
    for (FulfillmentGroup group : order.getFulfillmentGroups()) {
      Country country = group.getAddress() == null ? null : group.getAddress().getCountry();
      if (country != null && country.getAbbreviation() != null) {
        return country.getAbbreviation().trim().toUpperCase(Locale.ROOT);
      }
    }
    return "";
  }

  /** The id of the host's row, which is there without reading the row. */
  private static String region(Order order) {
    for (FulfillmentGroup group : order.getFulfillmentGroups()) {
      State state = group.getAddress() == null ? null : group.getAddress().getState();
      if (state != null) {
        String code =
            state instanceof HibernateProxy
                ? (String) ((HibernateProxy) state).getHibernateLazyInitializer().getIdentifier()
                : text(state.getAbbreviation());
        return code.substring(code.indexOf('-') + 1).trim().toUpperCase(Locale.ROOT);
      }
    }
    return "";
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
    Locale own = LocaleCode.parse(order.getLocale().getLocaleCode());
    return own.getLanguage().isEmpty() ? shopLocale.get() : own;
  }

  private static OrderLine line(OrderItem item, Currency currency) {
    HostLine host = new HostLine(item);
    return new OrderLine(
            item.getId(),
            host.name(),
            item.getQuantity(),
            money(item.getTotalPrice(), currency),
            host.picture(),
            host.page())
        .with(host.care())
        .of(host.goods());
  }

  private static Currency currency(Order order) {
    if (order.getCurrency() != null && order.getCurrency().getCurrencyCode() != null) {
      return Currency.getInstance(order.getCurrency().getCurrencyCode());
    }
    return order.getTotal() == null ? Currency.getInstance("USD") : order.getTotal().getCurrency();
  }

  /** The host's amount in our words; zero for none. */
  public static Money money(org.broadleafcommerce.common.money.Money amount, Currency currency) {
    return amount == null
        ? Money.zero(currency)
        : Money.of(amount.getAmount(), currency, RoundingMode.HALF_UP);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
