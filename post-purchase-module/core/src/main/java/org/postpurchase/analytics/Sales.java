package org.postpurchase.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the host's orders say. Reads only; the number of statements is fixed. */
public interface Sales {
  /**
   * Orders that were placed in the period and not cancelled.
   *
   * @return {@link Figure#ORDERS} and {@link Figure#REPEAT_ORDERS}
   */
  Map<Figure, Long> orders(Period period);

  /** What is kept of them, after discounts and returns, without shipping and tax, by currency. */
  Map<String, BigDecimal> money(Period period);

  /** Orders of the period that a series led to, and what is kept of them. */
  List<Brought> broughtBySeries(Period period);

  /**
   * People by the month of their first order.
   *
   * @param starts begin of each month, ascending, and the end of the last one
   */
  List<Cohort> cohorts(List<Instant> starts);

  /** What one step of a series has brought in one currency. */
  final class Brought {
    public final long seriesId;
    public final String stepKey;
    public final String currency;
    public final long orders;
    public final BigDecimal money;

    public Brought(long seriesId, String stepKey, String currency, long orders, BigDecimal money) {
      this.seriesId = seriesId;
      this.stepKey = stepKey;
      this.currency = currency;
      this.orders = orders;
      this.money = money;
    }
  }

  /** Those who ordered first in one month. */
  final class Cohort {
    /** Counted from the first month that was asked for. */
    public final int month;

    public final long people;
    public final long twice;
    public final long thrice;

    public Cohort(int month, long people, long twice, long thrice) {
      this.month = month;
      this.people = people;
      this.twice = twice;
      this.thrice = thrice;
    }
  }
}
