package org.postpurchase.holdout;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a comparison has shown: of both groups, how many people ordered within {@link #WINDOW} after
 * they were first written to or would have been. Only people whose days are over count. Immutable.
 *
 * <p>Bounds of the difference are those of {@link Share}. Groups of which {@link GroupSizes} says
 * that something else than chance made them get no verdict.
 */
public final class Effect {
  /** Days in which an order counts. */
  public static final Duration WINDOW = Duration.ofDays(30);

  /** How many people each group needs before anything is said. */
  public static final long PEOPLE_LEAST = 500;

  private static final int HUNDRED = 100;

  public final Holdout holdout;

  /** Entered the series, or were held back, less than {@link #WINDOW} ago. */
  public final long waiting;

  private final Group messaged;
  private final Group held;

  /** What is known of one group. Immutable. */
  public static final class Group {
    public final long people;
    public final long buyers;

    /** Everybody, those whose days are not over too. */
    public final long all;

    /** What is kept of the orders, by currency. */
    public final Map<String, BigDecimal> money;

    public Group(long people, long buyers, long all, Map<String, BigDecimal> money) {
      if (buyers < 0 || buyers > people || people > all) {
        throw new IllegalArgumentException(buyers + " of " + people + " of " + all);
      }
      this.people = people;
      this.buyers = buyers;
      this.all = all;
      this.money = Collections.unmodifiableMap(new TreeMap<>(money));
    }

    Share share() {
      return new Share(people, buyers);
    }
  }

  /** What can be said. */
  public enum Verdict {
    /** A group has fewer than {@link #PEOPLE_LEAST} people. */
    TOO_FEW,
    /** The groups have other sizes than they should have. */
    UNEVEN,
    /** The difference may be chance. */
    UNCLEAR,
    /** More of those order who got the messages. */
    MORE,
    /** Fewer do. */
    FEWER
  }

  public Effect(Holdout holdout, Group messaged, Group held) {
    this.holdout = holdout;
    this.messaged = messaged;
    this.held = held;
    waiting = messaged.all - messaged.people + held.all - held.people;
  }

  public Group of(Arm arm) {
    return arm == Arm.HELD_BACK ? held : messaged;
  }

  /** How many more of 100 people order with the messages than without; may be below zero. */
  public double difference() {
    return 100 * (messaged.share().value() - held.share().value());
  }

  /** With 95 % certainty it is at least this. */
  public double low() {
    return 100 * messaged.share().aboveLeast(held.share());
  }

  /** With 95 % certainty it is at most this. */
  public double high() {
    return 100 * messaged.share().aboveMost(held.share());
  }

  /** Of 100 people of a group, how many ordered. */
  public double buyersOfHundred(Arm arm) {
    return 100 * of(arm).share().value();
  }

  public Verdict verdict() {
    if (isUneven()) {
      return Verdict.UNEVEN;
    }
    if (Math.min(messaged.people, held.people) < PEOPLE_LEAST) {
      return Verdict.TOO_FEW;
    }
    if (low() > 0) {
      return Verdict.MORE;
    }
    return high() < 0 ? Verdict.FEWER : Verdict.UNCLEAR;
  }

  private boolean isUneven() {
    return GroupSizes.areUneven(
        new long[] {held.all, messaged.all},
        new double[] {holdout.percent, HUNDRED - holdout.percent});
  }
}
