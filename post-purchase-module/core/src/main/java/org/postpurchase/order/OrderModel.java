package org.postpurchase.order;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.Shop;

/**
 * An order as templates see it: {@code order}, {@code customer}, {@code shop} and {@code dates},
 * made of maps, lists and texts only. Money and dates are formatted for the order's locale, dates
 * in the shop's zone.
 */
public final class OrderModel {
  private final Supplier<Shop> shop;

  public OrderModel(Supplier<Shop> shop) {
    this.shop = shop;
  }

  /** The model of one order; without a promise the dates are empty texts. */
  public Map<String, Object> of(OrderSnapshot order, Optional<DispatchPromise> promise) {
    Shop own = shop.get();
    Map<String, Object> model = new HashMap<>();
    model.put("order", orderOf(order, own));
    model.put("customer", customer(order.firstName, order.email));
    model.put("shop", shopOf(own));
    model.put("dates", datesOf(order, promise, own.zone));
    model.put("language", order.locale.getLanguage());
    return model;
  }

  /** The model of a text that is about a person and no order. */
  public Map<String, Object> person(String firstName, String email, Locale locale) {
    Map<String, Object> model = new HashMap<>();
    model.put("customer", customer(firstName, email));
    model.put("shop", shopOf(shop.get()));
    model.put("language", locale.getLanguage());
    return model;
  }

  private static Map<String, Object> orderOf(OrderSnapshot order, Shop own) {
    Map<String, Object> map = new HashMap<>();
    map.put("number", order.number);
    List<Object> lines = new ArrayList<>();
    order.lines.forEach(line -> lines.add(lineOf(line, order.locale, own)));
    map.put("lines", lines);
    map.put("lineCount", lines.size());
    map.put("merchandise", order.totals.merchandise.format(order.locale));
    map.put(
        "discount",
        order.totals.discount.isZero() ? "" : order.totals.discount.format(order.locale));
    map.put("shipping", order.totals.shipping.format(order.locale));
    map.put("tax", order.totals.tax.isZero() ? "" : order.totals.tax.format(order.locale));
    map.put("total", order.totals.total.format(order.locale));
    map.put("url", order.number.isEmpty() ? own.url : own.url + "/confirmation/" + order.number);
    return map;
  }

  private static Map<String, Object> lineOf(OrderLine line, Locale locale, Shop own) {
    Map<String, Object> map = new HashMap<>();
    map.put("name", line.name);
    map.put("quantity", line.quantity);
    map.put("total", line.total.format(locale));
    map.put("picture", own.absolute(line.pictureUrl));
    map.put("url", line.care.available ? own.absolute(line.pageUrl) : "");
    map.put("howTo", line.care.howTo);
    map.put("howToUrl", own.absolute(line.care.howToUrl));
    return map;
  }

  private static Map<String, Object> customer(String firstName, String email) {
    Map<String, Object> map = new HashMap<>();
    map.put("firstName", firstName);
    map.put("email", email);
    return map;
  }

  private static Map<String, Object> shopOf(Shop own) {
    Map<String, Object> map = new HashMap<>();
    map.put("name", own.name);
    map.put("url", own.url);
    map.put("supportEmail", own.supportEmail);
    return map;
  }

  private static Map<String, Object> datesOf(
      OrderSnapshot order, Optional<DispatchPromise> promise, ZoneId zone) {
    Instant placed = order.submittedAt;
    DateTimeFormatter format = dayFormat(order.locale);
    Map<String, Object> map = new HashMap<>();
    map.put("ordered", placed == null ? "" : format.format(placed.atZone(zone)));
    map.put(
        "shipsBy", date(promise.map(p -> placed == null ? null : p.shipsBy(placed, zone)), format));
    map.put(
        "arrivesFrom",
        date(promise.map(p -> placed == null ? null : p.arrivesFrom(placed, zone)), format));
    map.put(
        "arrivesBy",
        date(promise.map(p -> placed == null ? null : p.arrivesBy(placed, zone)), format));
    return map;
  }

  /** The lines as {@code order.lines} shows them, for texts about some of them. */
  public List<Object> linesOf(List<OrderLine> lines, Locale locale) {
    List<Object> maps = new ArrayList<>();
    lines.forEach(line -> maps.add(lineOf(line, locale, shop.get())));
    return maps;
  }

  /** A moment as that day is called in the shop's zone and the given language. */
  public String day(Instant moment, Locale locale) {
    return dayFormat(locale).format(moment.atZone(shop.get().zone));
  }

  public Shop shop() {
    return shop.get();
  }

  /** Weekday, day and month as people of that locale write them; the year is understood. */
  private static DateTimeFormatter dayFormat(Locale locale) {
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.FULL, null, IsoChronology.INSTANCE, locale);
    String withoutYear = pattern.replaceFirst("[,\\s]+y+$", "");
    return DateTimeFormatter.ofPattern(withoutYear, locale);
  }

  private static String date(Optional<LocalDate> date, DateTimeFormatter format) {
    return date.map(format::format).orElse("");
  }

  /** A made-up order with every field filled, to try templates on before a real one exists. */
  public static OrderSnapshot example(Locale locale) {
    Currency euro = Currency.getInstance("EUR");
    Money price = Money.ofMinor(1290, euro);
    OrderTotals totals =
        new OrderTotals(
            Money.ofMinor(3870, euro),
            Money.ofMinor(387, euro),
            Money.ofMinor(490, euro),
            Money.ofMinor(635, euro),
            Money.ofMinor(3973, euro));
    return new OrderSnapshot(
        1,
        "2026010112000011",
        OrderState.SUBMITTED,
        Instant.parse("2026-01-01T12:00:00Z"),
        new OrderSnapshot.Buyer(1, "alex@example.com", "Alex", locale),
        Arrays.asList(
            new OrderLine(11, "Example product <1>", 1, price, "", ""),
            new OrderLine(
                12, "Example product & friends", 2, Money.ofMinor(2580, euro), "", "/example")),
        totals);
  }
}
