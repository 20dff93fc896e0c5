package org.postpurchase.series;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.postpurchase.restraint.ContactFacts;

/** Which of two steps of one person goes first. Immutable. */
final class Rank {
  static final Comparator<Rank> FIRST =
      comparing((Rank rank) -> -(long) rank.priority)
          .thenComparing(rank -> rank.last)
          .thenComparing(rank -> rank.id);

  private final int priority;
  private final Instant last;
  private final long id;

  private Rank(int priority, Instant last, long id) {
    this.priority = priority;
    this.last = last;
    this.id = id;
  }

  static Rank of(Candidate c) {
    return new Rank(
        c.version.definition.priority, last(c.step, c.execution.plannedAt), c.execution.id);
  }

  static Rank of(SeriesVersion version, ContactFacts.DueStep due) {
    Step step = version.definition.step(due.stepKey).get();
    return new Rank(version.definition.priority, last(step, due.plannedAt), due.executionId);
  }

  private static Instant last(Step step, Instant planned) {
    return step.validHours > 0 && planned != null
        ? planned.plus(Duration.ofHours(step.validHours))
        : Instant.MAX;
  }
}
