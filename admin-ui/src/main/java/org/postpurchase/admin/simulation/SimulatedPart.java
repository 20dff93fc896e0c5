package org.postpurchase.admin.simulation;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postpurchase.loyalty.Simulation;
import org.postpurchase.shared.Money;

/** Plain values of the orders in one currency. */
final class SimulatedPart {
  private final Simulation.Part part;
  private final ZoneId zone;
  private final Locale locale;
  private final long most;

  SimulatedPart(Simulation.Part part, ZoneId zone, Locale locale) {
    this.part = part;
    this.zone = zone;
    this.locale = locale;
    this.most =
        part.weeks.stream().mapToLong(w -> Math.max(w.pointsNow, w.pointsThen)).max().orElse(0);
  }

  public String getCurrency() {
    return part.currency.getCurrencyCode();
  }

  public String getOrders() {
    return number(part.orders);
  }

  public String getTouched() {
    return number(part.touched);
  }

  public String getNow() {
    return number(part.pointsNow);
  }

  public String getThen() {
    return number(part.pointsThen);
  }

  public String getDifference() {
    return signed(part.pointsThen - part.pointsNow);
  }

  /** What the difference is worth, with its sign; empty when points pay nothing there. */
  public String getMoney() {
    return part.difference
        .map(
            m ->
                sign(m.amountMinor())
                    + Money.ofMinor(Math.abs(m.amountMinor()), m.currency()).format(locale))
        .orElse("");
  }

  public List<Week> getWeeks() {
    return part.weeks.stream().map(Week::new).collect(Collectors.toList());
  }

  public List<Row> getLargest() {
    return part.largest.stream().map(Row::new).collect(Collectors.toList());
  }

  private String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  private String signed(long points) {
    return sign(points) + number(Math.abs(points));
  }

  private static String sign(long value) {
    return value > 0 ? "+" : value < 0 ? "\u2212" : "";
  }

  private DateTimeFormatter days() {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
  }

  /** One week and its two bars. */
  public final class Week {
    private final Simulation.Week week;

    private Week(Simulation.Week week) {
      this.week = week;
    }

    public String getMonday() {
      return days().format(week.monday);
    }

    public String getNow() {
      return number(week.pointsNow);
    }

    public String getThen() {
      return number(week.pointsThen);
    }

    public String getDifference() {
      return signed(week.pointsThen - week.pointsNow);
    }

    /** Percent of the longest bar. */
    public long getNowWidth() {
      return width(week.pointsNow);
    }

    public long getThenWidth() {
      return width(week.pointsThen);
    }

    private long width(long points) {
      return most == 0 ? 0 : Math.round(points * 100.0 / most);
    }
  }

  /** An order for which much would change. */
  public final class Row {
    private final Simulation.Largest order;

    private Row(Simulation.Largest order) {
      this.order = order;
    }

    public String getOrder() {
      return order.orderNumber;
    }

    public String getDay() {
      Instant placed = order.placedAt;
      return days().format(placed.atZone(zone));
    }

    public String getNow() {
      return number(order.pointsNow);
    }

    public String getThen() {
      return number(order.pointsThen);
    }

    public String getDifference() {
      return signed(order.pointsThen - order.pointsNow);
    }
  }
}
