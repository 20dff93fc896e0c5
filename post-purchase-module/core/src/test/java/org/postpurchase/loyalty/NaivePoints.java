package org.postpurchase.loyalty;

import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.testkit.MemoryShop;

/**
 * What the customer and the guests of a {@link History} have in the end, worked out from nothing
 * but what was kept: no events, no arrival, no ledger. Bugs can be planted in it.
 */
final class NaivePoints {
  /** Mistakes that a shop could make. */
  enum Bug {
    ROUNDED_BY_LINE,
    GROSS_LIMITS,
    LATE_CLOCK,
    FORGOTTEN_REFUND,
    PERSON_BY_ADDRESS
  }

  private final History history;
  private final EnumSet<Bug> bugs;
  private final Map<YearMonth, Long> used = new HashMap<>();

  NaivePoints(History history, Bug... bugs) {
    this.history = history;
    this.bugs = EnumSet.noneOf(Bug.class);
    this.bugs.addAll(Arrays.asList(bugs));
  }

  /** The customer's, and those that wait for each guest: once everything has matured. */
  List<Long> ends() {
    return Arrays.asList(balance(), waiting(0), waiting(1));
  }

  /** Points of a guest's orders that nobody has claimed. */
  private long waiting(int guest) {
    return sum(p -> p.guest == guest && !p.claimed, new TreeMap<>());
  }

  private long sum(Predicate<History.Purchase> own, TreeMap<Instant, Long> moments) {
    used.clear();
    long sum = 0;
    boolean first = true;
    List<History.Purchase> purchases = new ArrayList<>();
    history.purchases.stream().filter(own).forEach(purchases::add);
    purchases.sort(Comparator.comparing(this::placedAt).thenComparing(p -> p.id));
    for (History.Purchase p : purchases) {
      boolean alone = bugs.contains(Bug.PERSON_BY_ADDRESS) && p.guest >= 0;
      boolean isFirst = alone || first;
      long points = isKept(p) ? points(p, isFirst, alone) : limitOnly(p);
      first &= !isKept(p);
      sum += points;
      moments.merge(maturesAt(p), points, Long::sum);
    }
    return sum;
  }

  /** Usable points of the customer less what is owed. */
  private long balance() {
    TreeMap<Instant, Long> moments = new TreeMap<>();
    long sum = sum(History.Purchase::isCustomers, moments);
    long spent = history.spent > 0 ? history.spent - givenBack(history.purchases.get(1)) : 0;
    if (history.shortfall == ShortfallPolicy.CARRY) {
      return sum - spent;
    }
    long before = 0;
    for (long points : moments.headMap(paidAt(), true).values()) {
      before += points;
    }
    return sum - spent + Math.max(0, spent - before);
  }

  /** Of the points that an order was paid with. */
  private long givenBack(History.Purchase p) {
    if (p.cancelled) {
      return history.spent;
    }
    long gone = 0;
    int units = 0;
    for (int i = 0; i < p.total.length; i++) {
      gone += p.total[i] * p.returned[i] / p.quantity[i];
      units += p.quantity[i] - p.returned[i];
    }
    return units == 0 ? history.spent : history.spent * gone / p.goods();
  }

  private static Instant paidAt() {
    return History.SPENT_AT.plusSeconds(3600L * 24 * 30);
  }

  private Instant placedAt(History.Purchase p) {
    return p.againAt == null ? p.placedAt : p.againAt;
  }

  private static boolean isGone(History.Purchase p) {
    return p.cancelled && p.againAt == null;
  }

  private boolean isKept(History.Purchase p) {
    long money = p.goods() + p.shipping - (p.id == 2 ? history.spent : 0);
    boolean all = !bugs.contains(Bug.FORGOTTEN_REFUND) && p.refunded > 0 && p.refunded >= money;
    int units = 0;
    for (int i = 0; i < p.quantity.length; i++) {
      units += Math.max(0, p.left[i] - p.returned[i]);
    }
    return !isGone(p) && units > 0 && !all;
  }

  private long limitOnly(History.Purchase p) {
    if (bugs.contains(Bug.GROSS_LIMITS)) {
      take(p, rounded(p, p.total, 100), false);
    }
    return 0;
  }

  private static Instant maturesAt(History.Purchase p) {
    Programme.Timing timing = new Programme.Timing(14, 30, 730, 30);
    return p.delivered
        ? timing.maturityAfterDelivery(p.arrivedAt(), MemoryShop.ZONE)
        : timing.maturityAfterOrder(p.againAt == null ? p.placedAt : p.againAt, MemoryShop.ZONE);
  }

  private long points(History.Purchase p, boolean first, boolean alone) {
    long[] spend = rounded(p, p.total, 100);
    long limited = take(p, spend, alone);
    long[] bonus = rounded(p, p.total, 100 * (history.percent - 100));
    long kept = kept(p, spread(limited, spend), limited);
    if (!bugs.contains(Bug.GROSS_LIMITS) && !alone) {
      used.merge(month(p), kept, Long::sum);
    }
    long more = history.percent > 100 ? kept(p, bonus, sum(bonus)) : 0;
    boolean paidInMoney = p.goods() > (p.id == 2 ? history.spent : 0);
    return kept + more + (first && paidInMoney ? history.firstOrder : 0);
  }

  /** What the limit of the customer leaves of an order's points. */
  private long take(History.Purchase p, long[] spend, boolean alone) {
    if (history.perCustomer == 0) {
      return sum(spend);
    }
    long rest = alone ? history.perCustomer : history.perCustomer - used.getOrDefault(month(p), 0L);
    long taken = Math.max(0, Math.min(rest, sum(spend)));
    if (bugs.contains(Bug.GROSS_LIMITS)) {
      used.merge(month(p), taken, Long::sum);
    }
    return taken;
  }

  private YearMonth month(History.Purchase p) {
    Instant moment = bugs.contains(Bug.LATE_CLOCK) ? paidAt() : placedAt(p);
    return YearMonth.from(moment.atZone(MemoryShop.ZONE));
  }

  /** Points of each line; of spending per hundred coins, of a multiplier per ten thousand. */
  private long[] rounded(History.Purchase p, long[] coins, int factor) {
    boolean bonus = factor != 100;
    BigInteger unit = BigInteger.valueOf(bonus ? 1_000_000 : 10_000);
    BigInteger[] exact = new BigInteger[coins.length];
    BigInteger all = BigInteger.ZERO;
    long paid = p.id == 2 ? p.goods() - history.spent : p.goods();
    long[] base = coins.clone();
    long[] inPoints = spread(p.goods() - paid, coins);
    for (int i = 0; i < base.length; i++) {
      base[i] -= inPoints[i];
    }
    for (int i = 0; i < coins.length; i++) {
      exact[i] = BigInteger.valueOf(base[i]).multiply(BigInteger.valueOf(factor));
      all = all.add(exact[i]);
    }
    if (bugs.contains(Bug.ROUNDED_BY_LINE)) {
      long[] each = new long[coins.length];
      for (int i = 0; i < each.length; i++) {
        each[i] = exact[i].divide(unit).longValue();
      }
      return each;
    }
    BigInteger spendAll = BigInteger.valueOf(paid).multiply(BigInteger.valueOf(100));
    BigInteger limit = BigInteger.valueOf(history.perOrder).multiply(BigInteger.valueOf(10_000));
    if (history.perOrder > 0 && spendAll.compareTo(limit) > 0) {
      all = bonus ? limit.multiply(BigInteger.valueOf(history.percent - 100)) : limit;
    }
    return spread(all.divide(unit).longValue(), base);
  }

  private long kept(History.Purchase p, long[] points, long allowed) {
    long[] stays = new long[points.length];
    for (int i = 0; i < points.length; i++) {
      int units = Math.max(0, p.left[i] - p.returned[i]);
      stays[i] = points[i] * units / p.quantity[i];
    }
    long paid = p.goods() - (p.id == 2 ? history.spent : 0);
    long money = Math.max(0, Math.min(paid, paid + p.shipping - p.refunded));
    if (bugs.contains(Bug.FORGOTTEN_REFUND)) {
      money = paid;
    }
    return paid == 0 ? sum(stays) : Math.min(sum(stays), allowed * money / paid);
  }

  private static long[] spread(long total, long[] weights) {
    long sum = sum(weights);
    long[] parts = new long[weights.length];
    long[] rest = new long[weights.length];
    long given = 0;
    for (int i = 0; i < parts.length && sum > 0; i++) {
      parts[i] = total * weights[i] / sum;
      rest[i] = total * weights[i] % sum;
      given += parts[i];
    }
    while (sum > 0 && given < total) {
      int most = 0;
      for (int i = 1; i < rest.length; i++) {
        most = rest[i] > rest[most] ? i : most;
      }
      parts[most]++;
      rest[most] = -1;
      given++;
    }
    return parts;
  }

  private static long sum(long[] values) {
    return Arrays.stream(values).sum();
  }
}
