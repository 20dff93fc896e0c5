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

  /** Goes up with each save; 0 while nobody has saved any. */
  public final int edition;

  /** As it is asked about while deciding. */
  public ChannelPace(String channel, int budgetHours, String hours) {
    this(channel, budgetHours, hours, 0);
  }

  public ChannelPace(String channel, int budgetHours, String hours, int edition) {
    if (budgetHours < -1 || budgetHours > HOURS_MAX) {
      throw new IllegalArgumentException(
          "a budget has 0 to " + HOURS_MAX + " hours, not " + budgetHours);
    }
    this.channel = requireNonNull(channel, "channel");
    this.budgetHours = budgetHours;
    this.hours = requireNonNull(hours, "hours");
    this.edition = edition;
  }

  public static ChannelPace usual(String channel) {
    return new ChannelPace(channel, -1, "");
  }

  WeekHours narrowed() {
    return hours.isEmpty() ? WeekHours.ALWAYS : WeekHours.parse(hours);
  }
}
