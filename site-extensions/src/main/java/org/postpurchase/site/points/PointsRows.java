package org.postpurchase.site.points;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.postpurchase.broadleaf.order.OrderTitles;
import org.postpurchase.catalogue.ShowCatalogue;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.ledger.Verb;
import org.postpurchase.loyalty.PointsAtAGlance;

/**
 * Lots and movements as rows for a shopper: what belongs to one order is one row, with its number
 * and what was bought, whatever rules and lines it was worked out by.
 */
final class PointsRows {
  private static final int PRODUCTS = 2;

  private final ShowCatalogue catalogue;
  private final OrderTitles orders;
  private final PointsWords words;

  PointsRows(ShowCatalogue catalogue, OrderTitles orders, PointsWords words) {
    this.catalogue = catalogue;
    this.orders = orders;
    this.words = words;
  }

  /** What to call the orders that lots and movements are about. */
  Map<Long, String> titles(PointsAtAGlance glance, Locale locale) {
    Set<Long> ids = new LinkedHashSet<>();
    glance.lots.forEach(lot -> ids.add(lot.cause.orderId));
    glance.history.forEach(posting -> ids.add(posting.orderId));
    Map<Long, String> titles = new HashMap<>();
    orders.of(ids).forEach((id, title) -> titles.put(id, title(title, locale)));
    return titles;
  }

  private String title(OrderTitles.Title title, Locale locale) {
    if (title.products.isEmpty()) {
      return words.text("Order", locale, title.number);
    }
    String products = title.products.stream().limit(PRODUCTS).collect(Collectors.joining(", "));
    int more = title.products.size() - PRODUCTS;
    return words.text(
        "OrderOf",
        locale,
        title.number,
        more > 0 ? words.text("AndMore", locale, products, String.valueOf(more)) : products);
  }

  List<PointsRow> pending(List<PointsLot> lots, Map<Long, String> orders, Locale locale) {
    return lots(
        lots,
        PointsLot::pending,
        group -> when(group, PointsLot::maturesAt, "UsableFrom", words::day, "", locale),
        orders,
        locale);
  }

  List<PointsRow> usable(List<PointsLot> lots, Map<Long, String> orders, Locale locale) {
    String never = words.text("NeverExpires", locale);
    return lots(
        lots,
        PointsLot::available,
        group -> when(group, PointsLot::expiresAt, "UsableUntil", words::lastDay, never, locale),
        orders,
        locale);
  }

  private List<PointsRow> lots(
      List<PointsLot> lots,
      ToLongFunction<PointsLot> points,
      Function<List<PointsLot>, String> when,
      Map<Long, String> orders,
      Locale locale) {
    Map<String, List<PointsLot>> groups = new LinkedHashMap<>();
    for (PointsLot lot : lots) {
      if (points.applyAsLong(lot) > 0) {
        boolean ofOrder = orders.containsKey(lot.cause.orderId);
        String key = ofOrder ? "order " + lot.cause.orderId : lot.accountId + " " + lot.lotNo;
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(lot);
      }
    }
    List<PointsRow> rows = new ArrayList<>();
    for (List<PointsLot> group : groups.values()) {
      PointsLot first = group.get(0);
      String order = orders.get(first.cause.orderId);
      rows.add(
          new PointsRow(
              PointsWords.number(group.stream().mapToLong(points).sum(), locale),
              order == null ? words.cause(first, locale) : order,
              when.apply(group),
              false));
    }
    return rows;
  }

  /** The day of a group; the first and the last one where its parts differ. */
  private String when(
      List<PointsLot> group,
      Function<PointsLot, Instant> moment,
      String key,
      Day day,
      String none,
      Locale locale) {
    List<Instant> moments =
        group.stream().map(moment).filter(m -> m != null).sorted().collect(Collectors.toList());
    if (moments.isEmpty()) {
      return none;
    }
    String first = day.of(moments.get(0), locale);
    String last = day.of(moments.get(moments.size() - 1), locale);
    return first.equals(last)
        ? words.text(key, locale, first)
        : words.text(key + "To", locale, first, last);
  }

  private interface Day {
    String of(Instant moment, Locale locale);
  }

  List<PointsRow> history(List<PointsPosting> postings, Map<Long, String> orders, Locale locale) {
    Map<String, String> rewards =
        catalogue.namesOf(postings.stream().map(p -> p.key).collect(Collectors.toList()));
    Map<String, List<PointsPosting>> groups = new LinkedHashMap<>();
    for (PointsPosting posting : postings) {
      boolean isQuiet = rewards.containsKey(posting.key) && PointsWords.change(posting) == 0;
      if (!isQuiet) {
        groups.computeIfAbsent(key(posting, orders, locale), k -> new ArrayList<>()).add(posting);
      }
    }
    List<PointsRow> rows = new ArrayList<>();
    for (List<PointsPosting> group : groups.values()) {
      String reward = rewards.getOrDefault(group.get(0).key, "");
      String order = orders.getOrDefault(group.get(0).orderId, "");
      rows.add(movement(group, reward, order, locale));
    }
    return rows;
  }

  /** The same for the movements of one kind and day that are about the same order. */
  private String key(PointsPosting posting, Map<Long, String> orders, Locale locale) {
    if (!orders.containsKey(posting.orderId)) {
      return posting.accountId + " " + posting.postingNo;
    }
    String why = posting.verb == Verb.CLAW_BACK ? posting.reasonCode : "";
    return posting.verb
        + " "
        + posting.orderId
        + " "
        + why
        + " "
        + words.day(posting.postedAt, locale);
  }

  /**
   * @param reward what it paid for; empty for none
   * @param order what to call the order that it is about; empty for none
   */
  private PointsRow movement(
      Collection<PointsPosting> group, String reward, String order, Locale locale) {
    PointsPosting first = group.iterator().next();
    long change = group.stream().mapToLong(PointsWords::change).sum();
    long points = group.stream().mapToLong(posting -> posting.points).sum();
    return new PointsRow(
        change == 0 ? PointsWords.number(points, locale) : PointsWords.signed(change, locale),
        reward.isEmpty()
            ? words.movement(first, order, locale)
            : words.text("Reward_" + first.verb, locale, reward),
        words.day(first.postedAt, locale),
        change == 0);
  }
}
