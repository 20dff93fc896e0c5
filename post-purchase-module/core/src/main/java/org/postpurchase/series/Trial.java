package org.postpurchase.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postpurchase.order.OrderTotals;
import org.postpurchase.shared.Money;

/** What {@link TrySeries} has counted. Not for use by several threads. */
public final class Trial {
  private static final int SAMPLES = 10;

  final Map<ReasonCode, Integer> notEntered = new EnumMap<>(ReasonCode.class);
  private final Map<String, OfStep> steps = new LinkedHashMap<>();
  private final Map<LocalDate, Integer> days = new TreeMap<>();
  private final Map<Long, Instant> comers = new LinkedHashMap<>();
  private final Map<String, List<Instant>> advertised = new HashMap<>();
  private final List<Sample> samples = new ArrayList<>();
  private final ZoneId zone;
  int orders;
  int considered;
  int entered;
  boolean isCut;

  Trial(SeriesDefinition draft, ZoneId zone) {
    this.zone = zone;
    draft.steps.stream().filter(step -> !step.isBranch()).forEach(this::step);
  }

  /** The zone in which its days are counted. */
  public ZoneId zone() {
    return zone;
  }

  OfStep step(Step step) {
    return steps.computeIfAbsent(step.key, key -> new OfStep(step));
  }

  private void sent(Instant at) {
    days.merge(at.atZone(zone).toLocalDate(), 1, Integer::sum);
  }

  /** Orders of the span, cancelled ones included. */
  public int orders() {
    return orders;
  }

  /** How often the series could have begun. */
  public int considered() {
    return considered;
  }

  public int entered() {
    return entered;
  }

  /** Whether there were more orders than are looked at. */
  public boolean isCut() {
    return isCut;
  }

  public Map<ReasonCode, Integer> notEntered() {
    return Collections.unmodifiableMap(notEntered);
  }

  public Map<String, OfStep> steps() {
    return Collections.unmodifiableMap(steps);
  }

  /** Messages by the day of the shop on which they would have been due. */
  public Map<LocalDate, Integer> days() {
    return Collections.unmodifiableMap(days);
  }

  /** Notes a message that would have been sent by now. */
  void told(Step step, String contact, String orderNumber, Instant at) {
    if (step.isMarketing()) {
      advertised.computeIfAbsent(contact, c -> new ArrayList<>()).add(at);
    }
    samples.add(new Sample(step.name, step.templateKey, orderNumber, at));
    if (samples.size() > SAMPLES) {
      samples.remove(0);
    }
  }

  /**
   * How many of its messages of advertising would have been due to somebody within that time of one
   * of another series: the contact budget would have put one of the two off.
   */
  public int meets(Trial other, Duration within) {
    int meeting = 0;
    for (Map.Entry<String, List<Instant>> own : advertised.entrySet()) {
      List<Instant> others =
          other.advertised.getOrDefault(own.getKey(), Collections.<Instant>emptyList());
      for (Instant at : own.getValue()) {
        boolean near =
            others.stream()
                .anyMatch(there -> Duration.between(at, there).abs().compareTo(within) < 0);
        meeting += near ? 1 : 0;
      }
    }
    return meeting;
  }

  /** The last ten messages that would have been sent, oldest first. */
  public List<Sample> samples() {
    return Collections.unmodifiableList(samples);
  }

  /** One message that would have been sent. */
  public static final class Sample {
    public final String step;
    public final String templateKey;
    public final String orderNumber;
    public final Instant at;

    Sample(String step, String templateKey, String orderNumber, Instant at) {
      this.step = step;
      this.templateKey = templateKey;
      this.orderNumber = orderNumber;
      this.at = at;
    }
  }

  /** Also what counts from a parcel that has not left or arrived yet. */
  static boolean isToCome(Step step, Instant due, Instant now) {
    return due == null
        ? step.anchor == Anchor.SHIPPED || step.anchor == Anchor.DELIVERED
        : due.isAfter(now);
  }

  void comes(long orderId, Instant happenedAt) {
    comers.put(orderId, happenedAt);
  }

  /**
   * Orders that would have entered and of which something is still to come, with the moment at
   * which the series would have begun; oldest first.
   */
  public Map<Long, Instant> comers() {
    return Collections.unmodifiableMap(comers);
  }

  /** Codes given after orders of one currency, and what those orders came to. Immutable. */
  public static final class Codes {
    public final int number;

    /** After discounts, without shipping and tax. */
    public final Money merchandise;

    private Codes(int number, Money merchandise) {
      this.number = number;
      this.merchandise = merchandise;
    }
  }

  /** One step of the draft. */
  public static final class OfStep {
    private final Step step;
    private final Map<ReasonCode, Integer> stopped = new EnumMap<>(ReasonCode.class);
    private final Map<Currency, Codes> codes = new LinkedHashMap<>();
    private int sent;
    private int later;
    private int never;

    private OfStep(Step step) {
      this.step = step;
    }

    void count(Instant due, ReasonCode why, Instant now, Trial trial) {
      if (due == null) {
        never++;
      } else if (why != null) {
        stopped.merge(why, 1, Integer::sum);
      } else if (due.isAfter(now)) {
        later++;
      } else {
        sent++;
        trial.sent(due);
      }
    }

    /** Notes the order after which a code would have been given by now. */
    void gave(OrderTotals totals) {
      Money kept = totals.merchandise.minus(totals.discount);
      codes.merge(
          kept.currency(),
          new Codes(1, kept),
          (a, b) -> new Codes(a.number + b.number, a.merchandise.plus(b.merchandise)));
    }

    /** What it would have given by now, by the currency of the orders; empty without codes. */
    public Map<Currency, Codes> codes() {
      return Collections.unmodifiableMap(codes);
    }

    long offerId() {
      return step.rewardOfferId;
    }

    public String name() {
      return step.name;
    }

    public boolean givesCode() {
      return step.givesReward();
    }

    /** Messages that would have been due by now. */
    public int sent() {
      return sent;
    }

    /** Those that would be due from now on. */
    public int later() {
      return later;
    }

    /** Those whose moment has not come, or that are on a way that was not taken. */
    public int never() {
      return never;
    }

    public Map<ReasonCode, Integer> stopped() {
      return Collections.unmodifiableMap(stopped);
    }
  }
}
