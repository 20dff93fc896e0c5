package org.postpurchase.analytics;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.postpurchase.shared.Transactions;

/**
 * Counts what Home shows, and keeps it for some minutes: shops with millions of rows are asked as
 * often as shops with few. What waits for somebody and what is switched on is always read anew.
 * Safe for concurrent use; each node counts for itself.
 */
public final class ReadFigures {
  /** How many days a period may have. */
  public static final int[] DAYS = {7, 30, 90, 365};

  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final Duration WORK_KEPT = Duration.ofSeconds(30);
  private static final int MONTHS = 12;

  private final FigureStore store;
  private final Sales sales;
  private final Supplier<ZoneId> zone;
  private final Transactions transactions;
  private final Clock clock;
  private final Map<Integer, Figures> kept = new ConcurrentHashMap<>();
  private volatile Waiting waiting;

  public ReadFigures(
      FigureStore store,
      Sales sales,
      Supplier<ZoneId> zone,
      Transactions transactions,
      Clock clock) {
    this.store = requireNonNull(store, "store");
    this.sales = requireNonNull(sales, "sales");
    this.zone = requireNonNull(zone, "zone");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  /** One of {@link #DAYS}; others become 30. */
  public static int chosen(int days) {
    for (int each : DAYS) {
      if (each == days) {
        return days;
      }
    }
    return 30;
  }

  /**
   * @param days one of {@link #DAYS}; others are taken as 30
   * @param anew whether to count although figures are kept
   */
  public Figures read(int days, boolean anew) {
    int chosen = chosen(days);
    Figures known = kept.get(chosen);
    Instant now = clock.instant();
    Period period = Period.lastDays(chosen, now, zone.get());
    boolean fresh =
        !anew
            && known != null
            && known.period.until.equals(period.until)
            && Duration.between(known.at, now).abs().compareTo(KEPT) < 0;
    Figures figures = fresh ? known : count(period, now);
    kept.put(chosen, figures);
    return transactions.call(() -> withWork(figures, now));
  }

  /**
   * What waits for somebody, at most half a minute old: for the menu, which stands on every page of
   * the admin.
   */
  public Map<Work, Long> work() {
    Instant now = clock.instant();
    Waiting known = waiting;
    if (known == null || Duration.between(known.at, now).abs().compareTo(WORK_KEPT) >= 0) {
      known = new Waiting(now, transactions.call(() -> store.work(now)));
      waiting = known;
    }
    return known.work;
  }

  /** Counts of one moment. */
  private static final class Waiting {
    final Instant at;
    final Map<Work, Long> work;

    Waiting(Instant at, Map<Work, Long> work) {
      this.at = at;
      this.work = Collections.unmodifiableMap(work);
    }
  }

  private Figures withWork(Figures counted, Instant now) {
    Figures shown = new Figures(counted.period, counted.at);
    shown.now.putAll(counted.now);
    shown.before.putAll(counted.before);
    shown.money = counted.money;
    shown.moneyBefore = counted.moneyBefore;
    shown.sent = counted.sent;
    shown.brought = counted.brought;
    shown.cohorts = counted.cohorts;
    shown.firstMonth = counted.firstMonth;
    shown.work.putAll(store.work(now));
    waiting = new Waiting(now, new EnumMap<>(shown.work));
    shown.setup.putAll(store.setup());
    return shown;
  }

  private Figures count(Period period, Instant now) {
    Figures figures = new Figures(period, now);
    transactions.run(
        () -> {
          figures.now.putAll(store.figures(period));
          figures.now.putAll(sales.orders(period));
          figures.before.putAll(store.figures(period.before()));
          figures.before.putAll(sales.orders(period.before()));
          figures.money = sales.money(period);
          figures.moneyBefore = sales.money(period.before());
          figures.sent = store.sentBySteps(period);
          figures.brought = sales.broughtBySeries(period);
          figures.firstMonth = YearMonth.from(period.until.minusDays(1)).minusMonths(MONTHS - 1);
          figures.cohorts = sales.cohorts(months(figures.firstMonth, period.zone));
        });
    return figures;
  }

  private static List<Instant> months(YearMonth first, ZoneId zone) {
    List<Instant> starts = new ArrayList<>();
    for (int month = 0; month <= MONTHS; month++) {
      starts.add(first.plusMonths(month).atDay(1).atStartOfDay(zone).toInstant());
    }
    return starts;
  }
}
