package org.postpurchase.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything that Home shows of one period. Written by one thread, then only read. */
public final class Figures {
  public final Period period;

  /** When it was counted. */
  public final Instant at;

  final Map<Figure, Long> now = new EnumMap<>(Figure.class);
  final Map<Figure, Long> before = new EnumMap<>(Figure.class);
  final Map<Work, Long> work = new EnumMap<>(Work.class);
  final Map<FigureStore.Setup, Boolean> setup = new EnumMap<>(FigureStore.Setup.class);
  Map<String, BigDecimal> money = Collections.emptyMap();
  Map<String, BigDecimal> moneyBefore = Collections.emptyMap();
  List<FigureStore.StepSent> sent = Collections.emptyList();
  List<Sales.Brought> brought = Collections.emptyList();
  List<Sales.Cohort> cohorts = Collections.emptyList();
  YearMonth firstMonth;

  Figures(Period period, Instant at) {
    this.period = period;
    this.at = at;
  }

  public long of(Figure figure) {
    return now.getOrDefault(figure, 0L);
  }

  /** The same of the period before. */
  public long before(Figure figure) {
    return before.getOrDefault(figure, 0L);
  }

  public long work(Work kind) {
    return work.getOrDefault(kind, 0L);
  }

  public Map<FigureStore.Setup, Boolean> setup() {
    return Collections.unmodifiableMap(setup);
  }

  /** By currency; see {@link Sales#money}. */
  public Map<String, BigDecimal> money() {
    return Collections.unmodifiableMap(money);
  }

  public Map<String, BigDecimal> moneyBefore() {
    return Collections.unmodifiableMap(moneyBefore);
  }

  public List<FigureStore.StepSent> sentBySteps() {
    return Collections.unmodifiableList(sent);
  }

  public List<Sales.Brought> broughtBySeries() {
    return Collections.unmodifiableList(brought);
  }

  /** Twelve months, the oldest first; the last one is not over. */
  public List<Sales.Cohort> cohorts() {
    return Collections.unmodifiableList(cohorts);
  }

  public YearMonth month(Sales.Cohort cohort) {
    return firstMonth.plusMonths(cohort.month);
  }
}
