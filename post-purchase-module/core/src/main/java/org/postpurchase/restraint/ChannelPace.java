package org.postpurchase.restraint;

import static java.util.Objects.requireNonNull;

/** What a merchant has set for one channel. Immutable. */
public final class ChannelPace {
  /** Longest budget, a month. */
  public static final int HOURS_MAX = 31 * 24;

  public final String channel;

  /** Hours between two messages that advertise; 0 for no limit, -1 for what is usual. */
  public final int budgetHours;

  /** As {@link WeekHours#parse} reads them; empty for no narrower hours than the law's. */
  public final String hours;

  public ChannelPace(String channel, int budgetHours, String hours) {
    if (budgetHours < -1 || budgetHours > HOURS_MAX) {
      throw new IllegalArgumentException(
          "a budget has 0 to " + HOURS_MAX + " hours, not " + budgetHours);
    }
    this.channel = requireNonNull(channel, "channel");
    this.budgetHours = budgetHours;
    this.hours = requireNonNull(hours, "hours");
  }

  static ChannelPace usual(String channel) {
    return new ChannelPace(channel, -1, "");
  }

  WeekHours narrowed() {
    return hours.isEmpty() ? WeekHours.ALWAYS : WeekHours.parse(hours);
  }
}
