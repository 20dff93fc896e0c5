package org.postpurchase.person;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How somebody buys, worked out from all of their orders. It does not matter in which sequence
 * these come. Immutable.
 *
 * <p>What cannot be said is null and never zero: who has never ordered did not order "0 days ago".
 */
public final class Habits {
  /** From so many orders on a next one is expected. */
  private static final int ORDERS_FOR_RHYTHM = 3;

  private static final int PERCENT = 100;

  /** Orders that were placed and not cancelled. */
  public final int orders;

  /** Null without any. */
  public final Instant firstAt;

  /** Null without any. */
  public final Instant lastAt;

  /** Median of the whole days between two orders, at least one; null below two orders. */
  public final Integer gapDays;

  /** Null below three orders. */
  public final Instant nextAt;

  public final int units;
  public final int returnedUnits;

  /** Orders of which anything came back. */
  public final int returnedOrders;

  /** Of a hundred units, rounded down; null without any unit. */
  public final Integer salePercent;

  /** By currency code, for currencies in which there is an order. */
  public final Map<String, Spend> spend;

  /** Of the newest order that says so; empty when none does. */
  public final String language;

  /** Of the newest order that says so; empty when none does. */
  public final String country;

  private Habits(List<Buy> placed) {
    orders = placed.size();
    firstAt = placed.isEmpty() ? null : placed.get(0).placedAt;
    lastAt = placed.isEmpty() ? null : placed.get(orders - 1).placedAt;
    gapDays = orders < 2 ? null : gap(placed);
    nextAt = orders < ORDERS_FOR_RHYTHM ? null : lastAt.plus(Duration.ofDays(gapDays));
    units = placed.stream().mapToInt(buy -> buy.units).sum();
    returnedUnits = placed.stream().mapToInt(buy -> buy.returnedUnits).sum();
    returnedOrders = (int) placed.stream().filter(buy -> buy.returnedUnits > 0).count();
    long sale = placed.stream().mapToLong(buy -> buy.saleUnits).sum();
    salePercent = units <= 0 ? null : (int) (sale * PERCENT / units);
    Map<String, Spend> all = new TreeMap<>();
    placed.forEach(
        buy ->
            all.put(
                buy.currency, all.getOrDefault(buy.currency, new Spend(0, 0)).plus(buy.netMinor)));
    spend = Collections.unmodifiableMap(all);
    String lastLanguage = "";
    String lastCountry = "";
    for (Buy buy : placed) {
      lastLanguage = buy.language.isEmpty() ? lastLanguage : buy.language;
      lastCountry = buy.country.isEmpty() ? lastCountry : buy.country;
    }
    language = lastLanguage;
    country = lastCountry;
  }

  public static Habits of(Collection<Buy> buys) {
    List<Buy> placed = new ArrayList<>();
    for (Buy buy : buys) {
      if (!buy.cancelled) {
        placed.add(buy);
      }
    }
    placed.sort(
        Comparator.comparing((Buy buy) -> buy.placedAt.toEpochMilli())
            .thenComparing(buy -> buy.orderId));
    return new Habits(placed);
  }

  private static int gap(List<Buy> placed) {
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < placed.size(); i++) {
      gaps.add(Duration.between(placed.get(i - 1).placedAt, placed.get(i).placedAt).toDays());
    }
    Collections.sort(gaps);
    long median = (gaps.get((gaps.size() - 1) / 2) + gaps.get(gaps.size() / 2)) / 2;
    return (int) Math.max(1, median);
  }
}
