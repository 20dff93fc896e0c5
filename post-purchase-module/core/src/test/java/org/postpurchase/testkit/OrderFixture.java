package org.postpurchase.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.order.OrderTotals;
import org.postpurchase.shared.Money;

/** Orders for tests: a submitted one of a known buyer unless the test says otherwise. */
public final class OrderFixture {
  private static final Currency EUR = Currency.getInstance("EUR");

  private final long id;
  private final List<OrderLine> lines = new ArrayList<>();
  private OrderState state = OrderState.SUBMITTED;
  private long customerId = 77;
  private String email = "ada@example.com";
  private String firstName = "Ada";
  private Locale locale = Locale.UK;
  private Instant submitted = SettableClock.START;
  private String country = "";
  private String region = "";
  private Currency currency = EUR;
  private boolean priced;
  private boolean registered;
  private long discount;
  private long paidWithPoints;
  private long shipping;

  private OrderFixture(long id) {
    this.id = id;
  }

  public static OrderFixture order(long id) {
    return new OrderFixture(id);
  }

  public OrderFixture line(long lineId, int quantity) {
    return line(lineId, quantity, "Tea " + lineId);
  }

  public OrderFixture line(long lineId, int quantity, String name) {
    lines.add(new OrderLine(lineId, name, quantity, Money.ofMinor(1250, EUR), "", "/tea"));
    return this;
  }

  /** The newest line is of something that is never shipped. */
  public OrderFixture notShipped() {
    lines.set(lines.size() - 1, lines.get(lines.size() - 1).notShipped());
    return this;
  }

  /** From here on the totals are the sums of the priced lines. */
  public OrderFixture in(String currencyCode) {
    this.currency = Currency.getInstance(currencyCode);
    return this;
  }

  public OrderFixture priced(long lineId, int quantity, long totalMinor) {
    priced = true;
    Money total = Money.ofMinor(totalMinor, currency);
    lines.add(new OrderLine(lineId, "Tea " + lineId, quantity, total, "", "/tea"));
    return this;
  }

  /** The newest line's product in the catalogue. */
  public OrderFixture of(OrderLine.Goods goods) {
    lines.set(lines.size() - 1, lines.get(lines.size() - 1).of(goods));
    return this;
  }

  public OrderFixture discount(long minor) {
    this.discount = minor;
    return this;
  }

  public OrderFixture paidWithPoints(long minor) {
    this.paidWithPoints = minor;
    return this;
  }

  /** Of an order with priced lines. */
  public OrderFixture shipping(long minor) {
    this.shipping = minor;
    return this;
  }

  public OrderFixture registered() {
    this.registered = true;
    return this;
  }

  public OrderFixture state(OrderState newState) {
    this.state = newState;
    return this;
  }

  public OrderFixture customer(long newCustomerId) {
    this.customerId = newCustomerId;
    return this;
  }

  public OrderFixture email(String newEmail) {
    this.email = newEmail;
    return this;
  }

  public OrderFixture firstName(String newFirstName) {
    this.firstName = newFirstName;
    return this;
  }

  public OrderFixture locale(Locale newLocale) {
    this.locale = newLocale;
    return this;
  }

  public OrderFixture submittedAt(Instant moment) {
    this.submitted = moment;
    return this;
  }

  /** Within the country that it goes to. */
  public OrderFixture region(String code) {
    this.region = code;
    return this;
  }

  public OrderFixture to(String countryCode) {
    this.country = countryCode;
    return this;
  }

  /** The newest line's product as the shop knows it today. */
  public OrderFixture care(OrderLine.Care care) {
    lines.set(lines.size() - 1, lines.get(lines.size() - 1).with(care));
    return this;
  }

  public OrderSnapshot build() {
    boolean open = state == OrderState.OPEN;
    Instant submittedAt = open ? null : submitted;
    OrderTotals totals =
        new OrderTotals(
            Money.ofMinor(2500, EUR),
            Money.zero(EUR),
            Money.ofMinor(490, EUR),
            Money.zero(EUR),
            Money.ofMinor(2990, EUR));
    OrderSnapshot.Buyer buyer =
        new OrderSnapshot.Buyer(customerId, email, firstName, locale, country).inRegion(region);
    return new OrderSnapshot(
        id,
        open ? "" : "N" + id,
        state,
        submittedAt,
        registered ? buyer.withAccount() : buyer,
        lines,
        priced ? sums() : totals);
  }

  private OrderTotals sums() {
    long goods = lines.stream().mapToLong(l -> l.total.amountMinor()).sum();
    return new OrderTotals(
        Money.ofMinor(goods, currency),
        Money.ofMinor(discount, currency),
        Money.ofMinor(shipping, currency),
        Money.zero(currency),
        Money.ofMinor(goods - discount + shipping, currency),
        Money.ofMinor(paidWithPoints, currency));
  }
}
