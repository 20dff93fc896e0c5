package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something for which steps were put off and that has ended, such as a person's pause or a case:
 * the reasons that are gone, and whose steps they kept waiting. Immutable.
 *
 * <p>Told of it, steps are looked at again at once. Untold, after a crash or where it changes
 * unseen, they are looked at when their next look is due: after an hour for a paused series, twelve
 * for a case, a day for a parcel on its way back, and at the moment that was computed before for
 * all others.
 */
public final class EndedRest {
  /** What {@link #keys} are. */
  public enum About {
    CONTACT,
    ORDER,
    SERIES,
    EVERYBODY
  }

  /** Names of reason codes. */
  public final List<String> reasons;

  public final About about;

  /** Empty only for everybody. */
  public final Collection<?> keys;

  private EndedRest(About about, Collection<?> keys, ReasonCode... reasons) {
    this.about = requireNonNull(about, "about");
    this.keys = requireNonNull(keys, "keys");
    this.reasons = Arrays.stream(reasons).map(Enum::name).collect(Collectors.toList());
  }

  /** The person's pause, or the least time between two mails that the person wished. */
  public static EndedRest ofWishes(String contact) {
    return new EndedRest(
        About.CONTACT,
        Collections.singleton(contact),
        ReasonCode.PAUSED_BY_PERSON,
        ReasonCode.AT_MOST_WEEKLY);
  }

  /** A case of the person was closed, or advertising to its customer goes on. */
  public static EndedRest ofCase(String contact) {
    return new EndedRest(About.CONTACT, Collections.singleton(contact), ReasonCode.IN_SERVICE);
  }

  /** Nothing of these orders is on its way back any more. */
  static EndedRest ofWithdrawal(Collection<Long> orderIds) {
    return new EndedRest(About.ORDER, orderIds, ReasonCode.WITHDRAWAL_DECLARED);
  }

  /** The merchant lets a paused series go on. */
  public static EndedRest ofPause(long seriesId) {
    return new EndedRest(About.SERIES, Collections.singleton(seriesId), ReasonCode.SERIES_PAUSED);
  }

  /** The merchant has set other hours, or another least time between two messages. */
  public static EndedRest ofPace() {
    return new EndedRest(
        About.EVERYBODY,
        Collections.emptyList(),
        ReasonCode.QUIET_HOURS,
        ReasonCode.OVER_CONTACT_BUDGET);
  }

  /** The merchant has set how soon and how often people are asked for something in another way. */
  public static EndedRest ofAsking() {
    return new EndedRest(
        About.EVERYBODY,
        Collections.emptyList(),
        ReasonCode.ASK_BUDGET,
        ReasonCode.TOO_EARLY_TO_ASK);
  }
}
