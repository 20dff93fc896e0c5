package org.postpurchase.moment;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one door through which features tell series what happened to people.
 *
 * <p>A moment is reported in the transaction in which it happened: it and its consequences are
 * committed together or not at all. Reporting it again under the same trigger and key, from any
 * node and in any number, changes nothing.
 */
public interface Moments {
  /** A shop in which nobody listens. */
  Moments NOBODY =
      new Moments() {
        @Override
        public int report(Collection<Moment> moments) {
          return 0;
        }

        @Override
        public Optional<Audience> audience(String trigger) {
          return Optional.empty();
        }
      };

  /**
   * Reports any number of moments; people are locked in the order of their mailboxes, so that two
   * reporters cannot wait for each other.
   *
   * @return how many runs of series were begun
   * @throws IllegalArgumentException for a trigger that is not registered, or a moment without the
   *     day that its trigger needs; nothing is reported then
   */
  int report(Collection<Moment> moments);

  default int report(Moment moment) {
    return report(Collections.singletonList(moment));
  }

  /**
   * Who waits for such moments; empty while no series about it is active, so that nobody need look
   * for them.
   */
  Optional<Audience> audience(String trigger);

  /** Those of the triggers that have an {@link #audience}, asked for all of them at once. */
  default Set<String> heard(Collection<String> triggers) {
    return triggers.stream().filter(t -> audience(t).isPresent()).collect(Collectors.toSet());
  }

  /** Series that wait for moments of one trigger. */
  final class Audience {
    /** How long before its day the earliest step of any series wants to know. */
    public final Duration ahead;

    /** When the first of these series was switched on. */
    public final Instant first;

    /** When the last of these series was switched on. */
    public final Instant since;

    /** Of one series. */
    public Audience(Duration ahead, Instant since) {
      this(ahead, since, since);
    }

    public Audience(Duration ahead, Instant first, Instant since) {
      this.ahead = requireNonNull(ahead, "ahead");
      this.first = requireNonNull(first, "first");
      this.since = requireNonNull(since, "since");
    }
  }
}
