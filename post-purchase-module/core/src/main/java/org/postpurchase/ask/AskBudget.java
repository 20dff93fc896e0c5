package org.postpurchase.ask;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many requests of all kinds one person gets within a number of days. Immutable. */
public final class AskBudget {
  public final int most;
  public final Duration period;

  /**
   * @param most at least 1
   */
  public AskBudget(int most, Duration period) {
    if (most < 1) {
      throw new IllegalArgumentException("a budget of " + most + " requests asks nobody anything");
    }
    this.most = most;
    this.period = requireNonNull(period, "period");
  }

  /**
   * When one more mail with requests may go to the person; empty for now.
   *
   * @param earlier what the person was asked, in any order
   * @param mail which mail it would be, as {@link Ask#mail} tells; what the same mail asked before
   *     does not count, so that trying it again is free
   */
  public Optional<Instant> opensAt(Collection<Ask> earlier, String mail, Instant now) {
    Map<String, Instant> mails = new LinkedHashMap<>();
    for (Ask ask : earlier) {
      if (ask.askedAt.isAfter(now.minus(period)) && !ask.mail().equals(mail)) {
        mails.merge(ask.mail(), ask.askedAt, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    if (mails.size() < most) {
      return Optional.empty();
    }
    List<Instant> newest =
        mails.values().stream().sorted(Comparator.reverseOrder()).collect(Collectors.toList());
    return Optional.of(newest.get(most - 1).plus(period));
  }
}
