package org.postpurchase.order;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.shared.GreetingName;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.ShownAddress;
import org.postpurchase.shared.ShownText;

/**
 * An order as templates see it: {@code order}, {@code customer}, {@code shop} and {@code dates},
 * made of maps, lists and texts only. Money and dates are written in the language of the text that
 * shows them, whatever the buyer's is; dates in the shop's zone.
 *
 * <p>What buyers typed and products are called is made fit to be shown here, so that no order can
 * break a mail: names in one line and bounded, pictures that mail programs load, links that are
 * links.
 */
public final class OrderModel {
  private static final int NAME_MAX = 200;
  private static final int HOW_TO_MAX = 2000;

  private final Supplier<Shop> shop;
  private Contact contact = Contact.NONE;
  private Look look = Look.NONE;
  private UsagePage usage = UsagePage.NONE;

  public OrderModel(Supplier<Shop> shop) {
    this.shop = shop;
  }

  /** How buyers reach the shop, as {@code contact} in texts. */
  public interface Contact {
    /** Nothing is said about it. */
    Contact NONE =
        (orderId, language) -> {
          Map<String, Object> nothing = new HashMap<>();
          for (String name :
              new String[] {"phone", "mail", "chatUrl", "faqUrl", "hours", "helpUrl"}) {
            nothing.put(name, "");
          }
          return nothing;
        };

    /**
     * @param orderId 0 for a text that is about no order
     */
    Map<String, Object> of(long orderId, Language language);
  }

  /** How the shop looks, as {@code brand} for whatever finishes a mail. */
  public interface Look {
    Look NONE = language -> Collections.singletonMap("links", Collections.emptyList());

    /** Empty while the shop looks as usual. */
    Map<String, Object> of(Language language);
  }

  /** Where a buyer says how much a product is used. */
  public interface UsagePage {
    UsagePage NONE = line -> "";

    /** Absolute; empty for a product of which nobody asks. */
    String of(OrderLine line);
  }

  /** To be told before the first text. */
  public OrderModel with(UsagePage newUsage) {
    usage = newUsage;
    return this;
  }

  /** To be told before the first text. */
  public OrderModel with(Look newLook) {
    look = newLook;
    return this;
  }

  /** To be told before the first text. */
  public OrderModel with(Contact newContact) {
    contact = newContact;
    return this;
  }

  /** The model of one order in the buyer's own language. */
  public Map<String, Object> of(OrderSnapshot order, Optional<DispatchPromise> promise) {
    return of(order, promise, Language.of(order.locale));
  }

  /**
   * The model of one order for a text in that language; without a promise, and when nothing of the
   * order is shipped, the dates are empty texts.
   */
  public Map<String, Object> of(
      OrderSnapshot order, Optional<DispatchPromise> promise, Language language) {
    Shop own = shop.get();
    Map<String, Object> model = person(order.firstName, order.email, language);
    model.put("contact", contact.of(order.orderId, language));
    model.put("order", orderOf(order, own, language));
    model.put("dates", datesOf(order, promise, own.zone, language));
    return model;
  }

  /** The model of a text that is about a person and no order. */
  public Map<String, Object> person(String firstName, String email, Language language) {
    Map<String, Object> model = new HashMap<>();
    model.put("customer", customer(firstName, email, language));
    model.put("shop", shopOf(shop.get()));
    model.put("contact", contact.of(0, language));
    model.put("brand", look.of(language));
    model.put("language", language.tag);
    model.put("direction", language.direction());
    model.put("start", language.rightToLeft ? "right" : "left");
    model.put("end", language.rightToLeft ? "left" : "right");
    return model;
  }

  private Map<String, Object> orderOf(OrderSnapshot order, Shop own, Language language) {
    OrderTotals totals = order.totals;
    Map<String, Object> map = new HashMap<>();
    map.put("number", ShownText.line(order.number, NAME_MAX));
    map.put("lines", linesOf(order.lines, language));
    map.put("moreLines", 0);
    map.put("lineCount", order.lines.size());
    map.put("merchandise", totals.merchandise.format(language.locale));
    map.put("discount", unlessZero(totals.discount, language));
    map.put("shipping", totals.shipping.format(language.locale));
    map.put("tax", unlessZero(totals.tax, language));
    map.put("total", totals.total.format(language.locale));
    map.put("paidWithPoints", unlessZero(totals.paidWithPoints, language));
    map.put("toPay", totals.total.minus(totals.paidWithPoints).format(language.locale));
    map.put("url", order.number.isEmpty() ? own.url : own.url + "/confirmation/" + order.number);
    return map;
  }

  private static String unlessZero(Money amount, Language language) {
    return amount.isZero() ? "" : amount.format(language.locale);
  }

  private Map<String, Object> lineOf(OrderLine line, Language language, Shop own) {
    Map<String, Object> map = new HashMap<>();
    map.put("name", language.isolated(ShownText.line(line.name, NAME_MAX)));
    map.put("quantity", line.quantity);
    map.put("total", line.total.format(language.locale));
    map.put("picture", ShownAddress.picture(own, line.pictureUrl));
    map.put("url", line.care.available ? ShownAddress.link(own, line.pageUrl) : "");
    map.put("howTo", ShownText.paragraphs(line.care.howTo, HOW_TO_MAX));
    map.put("howToUrl", ShownAddress.link(own, line.care.howToUrl));
    map.put("usageUrl", usage.of(line));
    return map;
  }

  private static Map<String, Object> customer(String firstName, String email, Language language) {
    Map<String, Object> map = new HashMap<>();
    map.put("firstName", language.isolated(GreetingName.of(firstName)));
    map.put("email", ShownText.line(email, NAME_MAX));
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
      OrderSnapshot order, Optional<DispatchPromise> promise, ZoneId zone, Language language) {
    Instant placed = order.submittedAt;
    Optional<DispatchPromise> given =
        placed != null && order.isAnythingShipped() ? promise : Optional.empty();
    Map<String, Object> map = new HashMap<>();
    map.put("ordered", placed == null ? "" : language.day(placed.atZone(zone).toLocalDate()));
    map.put("shipsBy", given.map(p -> language.day(p.shipsBy(placed, zone))).orElse(""));
    map.put("arrivesFrom", given.map(p -> language.day(p.arrivesFrom(placed, zone))).orElse(""));
    map.put("arrivesBy", given.map(p -> language.day(p.arrivesBy(placed, zone))).orElse(""));
    return map;
  }

  /** The lines as {@code order.lines} shows them, for texts about some of them. */
  public List<Object> linesOf(List<OrderLine> lines, Language language) {
    List<Object> maps = new ArrayList<>();
    lines.forEach(line -> maps.add(lineOf(line, language, shop.get())));
    return maps;
  }

  /** A moment as that day is called in the shop's zone and the given language. */
  public String day(Instant moment, Language language) {
    return language.day(moment.atZone(shop.get().zone).toLocalDate());
  }

  public Shop shop() {
    return shop.get();
  }

  /** See {@link ExampleOrder#usual}. */
  public static OrderSnapshot example(Locale locale) {
    return ExampleOrder.usual(locale);
  }

  /** See {@link ExampleOrder#worst}. */
  public static OrderSnapshot worstExample(Locale locale) {
    return ExampleOrder.worst(locale);
  }
}
