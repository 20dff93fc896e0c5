package org.postpurchase.shared;

import java.util.concurrent.TimeUnit;

/**
 * How long one kind of work rests: one poll interval after it has done something, and twice as long
 * after each look that found nothing, up to a number of poll intervals. With a poll interval of a
 * second, an idle node looks for events every three seconds, for due steps and messages every ten
 * and for each kind of upkeep once a minute, which keeps all of it below sixty statements a minute.
 *
 * <p>For the thread of one kind of work.
 */
public final class IdleRest {
  private static final int EVENTS = 3;
  private static final int FED = 10;
  private static final int UPKEEP = 60;

  private final long pollMillis;
  private final long mostMillis;
  private long millis;

  IdleRest(long pollMillis, int mostPolls) {
    this.pollMillis = pollMillis;
    this.mostMillis = pollMillis * mostPolls;
    this.millis = pollMillis;
  }

  /**
   * After how many poll intervals at the latest idle work looks again.
   *
   * @param first whether it is the kind that events wake
   */
  static int polls(DueWork work, boolean first) {
    if (work.restsAtMost() > 0) {
      return work.restsAtMost();
    }
    if (work.isUpkeep()) {
      return UPKEEP;
    }
    return first ? EVENTS : FED;
  }

  /**
   * How often work that finds nothing for a long time looks in a minute.
   *
   * @param first whether it is the kind that events wake
   */
  public static double looksAMinute(DueWork work, boolean first, long pollMillis) {
    return (double) TimeUnit.MINUTES.toMillis(1) / (pollMillis * polls(work, first));
  }

  long afterWork() {
    millis = pollMillis;
    return millis;
  }

  long afterNothing() {
    millis = Math.min(mostMillis, millis * 2);
    return millis;
  }
}
