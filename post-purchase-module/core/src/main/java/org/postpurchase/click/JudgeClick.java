package org.postpurchase.click;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Tells a person's click from that of a machine that runs scripts, by time alone: nothing about the
 * device is asked for or kept.
 */
public final class JudgeClick {
  /** Within this, three different links of a message are followed by machines only. */
  public static final Duration BURST = Duration.ofSeconds(10);

  /** Mail gateways open links while they take a message; people do not. */
  public static final Duration NOBODY_READS_IN = Duration.ofSeconds(2);

  private static final int LINKS_OF_A_BURST = 3;

  private JudgeClick() {}

  /**
   * What becomes of the message's clicks when one of its links is followed now: only what changes,
   * the followed link first. A click that counts is kept as it is; a doubtful one is judged anew,
   * since after a scanner may come the reader.
   *
   * @param known the clicks that are kept of the message
   * @param handedOver when the mail server was given the message
   */
  public static List<Click> follow(
      int link, Collection<Click> known, Instant handedOver, Instant now) {
    for (Click each : known) {
      if (each.link == link && each.verdict() == Click.Verdict.COUNTED) {
        return Collections.emptyList();
      }
    }
    List<Click> lately = new ArrayList<>();
    for (Click each : known) {
      if (each.link != link && !each.at.isBefore(now.minus(BURST))) {
        lately.add(each);
      }
    }
    List<Click> changed = new ArrayList<>();
    boolean burst = lately.size() + 1 >= LINKS_OF_A_BURST;
    boolean tooSoon = now.isBefore(handedOver.plus(NOBODY_READS_IN));
    Click.Reason reason =
        burst ? Click.Reason.BURST : tooSoon ? Click.Reason.TOO_SOON : Click.Reason.NONE;
    changed.add(new Click(link, now, reason));
    if (burst) {
      for (Click each : lately) {
        if (each.verdict() == Click.Verdict.COUNTED) {
          changed.add(new Click(each.link, each.at, Click.Reason.BURST));
        }
      }
    }
    return changed;
  }
}
