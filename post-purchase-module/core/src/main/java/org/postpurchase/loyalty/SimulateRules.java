package org.postpurchase.loyalty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.order.PlacedOrder;
import org.postpurchase.order.PlacedOrders;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.TimeSpan;
import org.postpurchase.tier.Tier;

/**
 * Says what another set of rules would have paid on real orders of the past, with the engine that
 * posts. Changes nothing and posts nothing.
 *
 * <p>Reads at most so many orders for at most so long, the newest first, and says when that was not
 * all. The programme counts as switched on the whole time. Limits per customer count what is looked
 * at; goods that came back are not taken off, cancelled orders are. Each buyer counts with the tier
 * of today, and budgets are full at the beginning.
 */
public final class SimulateRules {
  private static final int PAGE = 200;

  private final ProgrammeReader programmes;
  private final PlacedOrders orders;
  private final Function<Collection<String>, Map<String, Tier>> tiersOf;
  private final Supplier<ZoneId> zone;
  private final Clock clock;
  private final Bounds bounds;

  /** Hears how far it has come, in the thread that works it out. */
  public interface Progress {
    Progress UNHEARD = (orders, back, percent) -> {};

    /**
     * @param orders how many were looked at so far
     * @param back when the oldest of them was placed
     * @param percent how much of the time that is looked at lies behind it
     */
    void reached(int orders, Instant back, int percent);
  }

  /** How much is looked at. */
  public static final class Bounds {
    final int orders;
    final Duration time;

    public Bounds(int orders, Duration time) {
      this.orders = orders;
      this.time = time;
    }
  }

  /**
   * @param tiersOf the tiers of owners as they are today, by owner; asked once for each page
   */
  public SimulateRules(
      ProgrammeReader programmes,
      PlacedOrders orders,
      Function<Collection<String>, Map<String, Tier>> tiersOf,
      Supplier<ZoneId> zone,
      Clock clock,
      Bounds bounds) {
    this.tiersOf = tiersOf;
    this.programmes = programmes;
    this.orders = orders;
    this.zone = zone;
    this.clock = clock;
    this.bounds = bounds;
  }

  /**
   * With that rule added, or in the place of the rule of the same key. When its dates are outside
   * of the span they are left aside.
   *
   * @throws PostPurchaseException while there is no programme
   */
  public Simulation with(EarningRule draft, int days, Progress progress) {
    Instant until = clock.instant();
    Instant from = until.minus(Duration.ofDays(days));
    boolean outside = isOutside(draft.limits, from, until);
    EarningRule tried = outside ? draft.always() : draft;
    List<EarningRule> rules = new ArrayList<>(programmes.rules());
    int same = indexOf(draft.key, rules);
    if (same < 0) {
      rules.add(tried);
    } else {
      rules.set(same, tried);
    }
    return compare(programmes.rules(), rules, from, until, outside, progress);
  }

  /**
   * Without the rule of that key; so that what it pays today is the difference.
   *
   * @throws PostPurchaseException while there is no programme
   */
  public Simulation without(String ruleKey, int days, Progress progress) {
    Instant until = clock.instant();
    Instant from = until.minus(Duration.ofDays(days));
    List<EarningRule> rules = new ArrayList<>(programmes.rules());
    rules.removeIf(rule -> rule.key.equals(ruleKey));
    return compare(programmes.rules(), rules, from, until, false, progress);
  }

  public Simulation with(EarningRule draft, int days) {
    return with(draft, days, Progress.UNHEARD);
  }

  public Simulation without(String ruleKey, int days) {
    return without(ruleKey, days, Progress.UNHEARD);
  }

  private static boolean isOutside(EarningRule.Limits limits, Instant from, Instant until) {
    return !limits.when.overlaps(new TimeSpan(from, until));
  }

  private static int indexOf(String key, List<EarningRule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).key.equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private Simulation compare(
      List<EarningRule> now,
      List<EarningRule> then,
      Instant from,
      Instant until,
      boolean datesLeftAside,
      Progress progress) {
    Programme programme =
        programmes
            .find()
            .orElseThrow(() -> new PostPurchaseException("There is no loyalty programme."));
    long started = System.nanoTime();
    Looking looking = new Looking(orders.newestFirst(from, until), started, progress, from, until);
    boolean complete = read(programme, now, then, looking);
    List<SimulatedOrder> found = looking.found;
    found.sort(
        Comparator.comparing((SimulatedOrder o) -> o.placedAt).thenComparingLong(o -> o.orderId));
    LimitTally limitsNow = new LimitTally(now, zone.get());
    LimitTally limitsThen = new LimitTally(then, zone.get());
    Map<String, PartTally> parts = new TreeMap<>();
    int cancelled = 0;
    for (SimulatedOrder order : found) {
      if (order.cancelled) {
        cancelled++; // limits count what was kept
      } else {
        long pointsNow = order.now(limitsNow);
        long pointsThen = order.then(limitsThen);
        parts
            .computeIfAbsent(order.currency.getCurrencyCode(), c -> new PartTally(zone.get()))
            .add(order, pointsNow, pointsThen);
      }
    }
    return new Simulation(
        new Simulation.Span(from, until, complete, datesLeftAside),
        found.size() - cancelled,
        cancelled,
        found.isEmpty() ? null : found.get(0).placedAt,
        Duration.ofNanos(System.nanoTime() - started),
        parts.entrySet().stream()
            .map(e -> part(programme, Currency.getInstance(e.getKey()), e.getValue()))
            .collect(Collectors.toList()));
  }

  /** Whether that was all there is. */
  private boolean read(
      Programme programme, List<EarningRule> now, List<EarningRule> then, Looking looking) {
    Map<String, Optional<Tier>> known = new HashMap<>();
    while (true) {
      int room = bounds.orders - looking.found.size();
      boolean late = System.nanoTime() - looking.started >= bounds.time.toNanos();
      List<PlacedOrder> page = late ? null : looking.pages.next(Math.min(PAGE, Math.max(1, room)));
      if (page == null || (room <= 0 && !page.isEmpty())) {
        return false;
      }
      if (page.isEmpty()) {
        return true;
      }
      ask(page, known);
      for (PlacedOrder placed : page) {
        Optional<Tier> tier = known.get(Owners.of(placed.order));
        looking.found.add(
            new SimulatedOrder(
                placed.order,
                awards(placed, MemberRules.narrowed(now, tier), programme),
                awards(placed, MemberRules.narrowed(then, tier), programme)));
      }
      looking.reached(page.get(page.size() - 1).order.submittedAt);
    }
  }

  /** How far it has come. */
  private static final class Looking {
    final PlacedOrders.Pages pages;
    final long started;
    final Progress progress;
    final Instant from;
    final Instant until;
    final List<SimulatedOrder> found = new ArrayList<>();

    Looking(
        PlacedOrders.Pages pages, long started, Progress progress, Instant from, Instant until) {
      this.pages = pages;
      this.started = started;
      this.progress = progress;
      this.from = from;
      this.until = until;
    }

    void reached(Instant back) {
      long all = Math.max(1, Duration.between(from, until).toMillis());
      long passed = Duration.between(back, until).toMillis();
      progress.reached(found.size(), back, (int) Math.max(0, Math.min(100, passed * 100 / all)));
    }
  }

  private void ask(List<PlacedOrder> page, Map<String, Optional<Tier>> known) {
    Set<String> unknown =
        page.stream()
            .map(placed -> Owners.of(placed.order))
            .filter(owner -> !known.containsKey(owner))
            .collect(Collectors.toSet());
    Map<String, Tier> tiers = tiersOf.apply(unknown);
    unknown.forEach(owner -> known.put(owner, Optional.ofNullable(tiers.get(owner))));
  }

  private static List<Award> awards(
      PlacedOrder placed, List<EarningRule> rules, Programme programme) {
    return ComputeAwards.of(
        placed.order, rules, programme.stacking, placed.first, placed.order.submittedAt);
  }

  private static Simulation.Part part(Programme programme, Currency currency, PartTally tally) {
    long difference = tally.then - tally.now;
    return new Simulation.Part(
        currency,
        tally,
        programme
            .spending
            .worth(Math.abs(difference), currency)
            .map(worth -> difference < 0 ? Money.zero(currency).minus(worth) : worth));
  }
}
