package org.postpurchase.moment;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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

  /**
   * The same for many moments of this trigger, each with the language of its reader; what is not
   * true any more is left out. Asked for a batch of steps or messages at once: a trigger that reads
   * from a table answers here with a number of statements that does not grow with them.
   */
  default Map<Moment, MomentValues> factsOf(Map<Moment, Locale> readers, Instant now) {
    Map<Moment, MomentValues> facts = new HashMap<>();
    readers.forEach(
        (moment, locale) ->
            factsAt(moment, locale, now).ifPresent(values -> facts.put(moment, values)));
    return facts;
  }

  /** Made-up values of all names that its moments have, to try texts on when they are saved. */
  MomentValues example(Locale locale);

  /** Name of the reason code that is stored when it is not true any more. */
  default String reasonWhenOver() {
    return "NO_LONGER_TRUE";
  }
}
