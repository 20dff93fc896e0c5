package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/** What a step of {@link Anchor#MOMENT} waits for, and how long at most. Immutable. */
public final class Waiting {
  /** Waits for nothing. */
  public static final Waiting NOT = new Waiting("", 0, false);

  /** Two instants of a database are the same up to this. */
  private static final Duration SAME = Duration.ofMillis(1);

  /** Key of the trigger. */
  public final String trigger;

  /** Days after entering when it is due although nothing happened; 1 or more. */
  public final int daysMost;

  /**
   * Whether reaching it makes the open steps before it pointless. A goal that is not reached does
   * nothing.
   */
  public final boolean goal;

  public Waiting(String trigger, int daysMost, boolean goal) {
    this.trigger = requireNonNull(trigger, "trigger");
    this.daysMost = daysMost;
    this.goal = goal;
  }

  Instant deadline(Instant enteredAt) {
    return enteredAt.plus(Duration.ofDays(daysMost));
  }

  /** When a step is due after it has happened; never exactly at its deadline, see the next. */
  Instant dueAt(Instant happenedAt, Step step, Instant enteredAt) {
    Instant due = happenedAt.plus(step.delay());
    return isAtDeadline(due, enteredAt) ? due.plus(SAME.multipliedBy(2)) : due;
  }

  /** Whether it has happened: the step was planned anew then. */
  boolean hasHappened(Instant plannedAt, Instant enteredAt) {
    return plannedAt != null && !isAtDeadline(plannedAt, enteredAt);
  }

  private boolean isAtDeadline(Instant moment, Instant enteredAt) {
    return Duration.between(deadline(enteredAt), moment).abs().compareTo(SAME) <= 0;
  }
}
