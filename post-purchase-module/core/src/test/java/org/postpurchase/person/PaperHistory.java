package org.postpurchase.person;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What happens in a shop on paper by chance, and what rows should follow from it. */
final class PaperHistory {
  private final ShopOnPaper shop;

  PaperHistory(ShopOnPaper shop) {
    this.shop = shop;
  }

  private static Instant day(int n) {
    return PeopleWorld.START.plus(Duration.ofDays(n));
  }

  /** Places an order or changes one; returns its id. */
  long change(Random random) {
    List<Long> known = new ArrayList<>(shop.orders.keySet());
    if (known.isEmpty() || random.nextInt(3) > 0) {
      long id = 1 + known.size();
      boolean guest = random.nextBoolean();
      int who = 1 + random.nextInt(guest ? 3 : 4);
      ShopOnPaper.PaperOrder order =
          shop.order(
              id,
              guest ? 0 : who,
              guest ? "G" + who + "@example.com" : "c" + who + "@example.com",
              day(-random.nextInt(300)).plusSeconds(random.nextInt(80_000)));
      order.units = 1 + random.nextInt(4);
      order.reduced = random.nextInt(order.units + 1);
      order.currency = random.nextInt(4) == 0 ? "CHF" : "EUR";
      return id;
    }
    ShopOnPaper.PaperOrder order = shop.orders.get(known.get(random.nextInt(known.size())));
    if (random.nextInt(3) == 0) {
      order.cancelled = !order.cancelled;
    } else {
      order.returned = random.nextInt(order.units + 1);
    }
    return order.id;
  }

  /** Written again, in the plainest way. */
  Map<String, String> naively(PersonRef person) {
    List<ShopOnPaper.PaperOrder> own =
        shop.ordersOf(person).stream()
            .map(shop.orders::get)
            .filter(o -> !o.cancelled)
            .sorted(
                (a, b) ->
                    a.placedAt.equals(b.placedAt)
                        ? Long.compare(a.id, b.id)
                        : a.placedAt.compareTo(b.placedAt))
            .collect(Collectors.toList());
    Map<String, String> row = new TreeMap<>();
    row.put("ORDERS", "" + own.size());
    row.put("FIRST_ORDER_AT", own.isEmpty() ? "" : own.get(0).placedAt.toString());
    row.put("LAST_ORDER_AT", own.isEmpty() ? "" : own.get(own.size() - 1).placedAt.toString());
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < own.size(); i++) {
      gaps.add(
          (own.get(i).placedAt.getEpochSecond() - own.get(i - 1).placedAt.getEpochSecond())
              / 86_400);
    }
    Collections.sort(gaps);
    int half = gaps.size() / 2;
    long median =
        gaps.isEmpty()
            ? 0
            : gaps.size() % 2 == 1 ? gaps.get(half) : (gaps.get(half - 1) + gaps.get(half)) / 2;
    row.put("GAP_DAYS", gaps.isEmpty() ? "" : "" + Math.max(1, median));
    row.put("UNITS", "" + own.stream().mapToInt(o -> o.units).sum());
    row.put("RETURNED_UNITS", "" + own.stream().mapToInt(o -> o.returned).sum());
    for (String currency : Arrays.asList("EUR", "CHF")) {
      List<ShopOnPaper.PaperOrder> in =
          own.stream().filter(o -> o.currency.equals(currency)).collect(Collectors.toList());
      if (!in.isEmpty()) {
        long net = in.stream().mapToLong(o -> (o.units - o.returned) * o.unitMinor).sum();
        row.put("SPEND " + currency, net + " in " + in.size());
      }
    }
    return row;
  }
}
