package org.postpurchase.moment;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of happening that concerns a person rather than an order. Whoever sees it happen reports a
 * {@link Moment} under its key to {@link Moments}.
 */
public interface PersonTrigger extends Trigger {
  @Override
  default boolean isAboutOrder() {
    return false;
  }

  /** Whether steps may count from when it happened. */
  default boolean countsFromHappening() {
    return true;
  }

  /** Whether each of its moments is about a day to come, from which steps may count backwards. */
  default boolean hasDay() {
    return false;
  }

  /**
   * What can be said about the moment as things are now, on top of the values that it was reported
   * with; empty when it is not true any more, so that nothing is sent. Asked when a step is due,
   * again before its message leaves, and for the words in it. Joins the caller's transaction and
   * changes nothing.
   */
  Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now);

  /** Made-up values of all names that its moments have, to try texts on when they are saved. */
  MomentValues example(Locale locale);

  /** Name of the reason code that is stored when it is not true any more. */
  default String reasonWhenOver() {
    return "NO_LONGER_TRUE";
  }
}
