package org.postpurchase.loyalty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.postpurchase.shared.Money;

/** What another set of rules would have paid on orders of the past. Immutable. */
public final class Simulation {
  public final Instant from;
  public final Instant until;

  /** Placed and not cancelled. */
  public final int orders;

  /** Looked at too; they keep nothing. */
  public final int cancelled;

  /** Whether all orders of the span were looked at, and not only the newest. */
  public final boolean complete;

  /** When the oldest order was placed that was looked at; null without any. */
  public final Instant oldest;

  /** Whether the dates of the rule were left aside since none of the span is between them. */
  public final boolean datesLeftAside;

  public final Duration took;

  /** One for each currency, in the order of their codes. */
  public final List<Part> parts;

  Simulation(
      Span span, int orders, int cancelled, Instant oldest, Duration took, List<Part> parts) {
    this.from = span.from;
    this.until = span.until;
    this.complete = span.complete;
    this.datesLeftAside = span.datesLeftAside;
    this.orders = orders;
    this.cancelled = cancelled;
    this.oldest = oldest;
    this.took = took;
    this.parts = Collections.unmodifiableList(new ArrayList<>(parts));
  }

  /** What was looked at. */
  static final class Span {
    final Instant from;
    final Instant until;
    final boolean complete;
    final boolean datesLeftAside;

    Span(Instant from, Instant until, boolean complete, boolean datesLeftAside) {
      this.from = from;
      this.until = until;
      this.complete = complete;
      this.datesLeftAside = datesLeftAside;
    }
  }

  /** The orders in one currency. */
  public static final class Part {
    public final Currency currency;
    public final int orders;

    /** Orders for which the two sets of rules differ. */
    public final int touched;

    public final long pointsNow;
    public final long pointsThen;

    /** What the difference is worth when it is spent, minus for less; empty without a rate. */
    public final Optional<Money> difference;

    /** From the oldest to the newest, weeks without orders included. */
    public final List<Week> weeks;

    /** Orders with the largest differences, at most five. */
    public final List<Largest> largest;

    Part(Currency currency, PartTally tally, Optional<Money> difference) {
      this.currency = currency;
      this.orders = tally.orders;
      this.touched = tally.touched;
      this.pointsNow = tally.now;
      this.pointsThen = tally.then;
      this.difference = difference;
      this.weeks = Collections.unmodifiableList(tally.weeks());
      this.largest = Collections.unmodifiableList(tally.largest());
    }
  }

  /** A week of the shop's calendar, Monday to Sunday. */
  public static final class Week {
    public final LocalDate monday;
    public final long pointsNow;
    public final long pointsThen;

    Week(LocalDate monday, long pointsNow, long pointsThen) {
      this.monday = monday;
      this.pointsNow = pointsNow;
      this.pointsThen = pointsThen;
    }
  }

  /** An order for which much would change. */
  public static final class Largest {
    public final String orderNumber;
    public final Instant placedAt;
    public final long pointsNow;
    public final long pointsThen;

    Largest(SimulatedOrder order, long pointsNow, long pointsThen) {
      this.orderNumber = order.number;
      this.placedAt = order.placedAt;
      this.pointsNow = pointsNow;
      this.pointsThen = pointsThen;
    }

    long size() {
      return Math.abs(pointsThen - pointsNow);
    }
  }
}
