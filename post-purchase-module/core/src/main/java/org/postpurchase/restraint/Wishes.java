package org.postpurchase.restraint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How a person wishes to be written to with advertising. Immutable. */
public final class Wishes {
  /** A week. */
  public static final int WEEKLY_HOURS = 7 * 24;

  public static final Wishes NONE = new Wishes(null, 0, Collections.emptySet());

  private final Instant pausedUntil;

  /** Least hours between two messages by whatever channel; 0 for no wish. */
  public final int leastHours;

  /** Ids of the shop's categories. */
  public final Set<Long> interests;

  /** The person does not want clicks to be measured. */
  public final boolean unmeasured;

  public Wishes(Instant pausedUntil, int leastHours, Collection<Long> interests) {
    this(pausedUntil, leastHours, interests, false);
  }

  private Wishes(
      Instant pausedUntil, int leastHours, Collection<Long> interests, boolean unmeasured) {
    this.unmeasured = unmeasured;
    this.pausedUntil = pausedUntil;
    this.leastHours = leastHours;
    this.interests = Collections.unmodifiableSet(new TreeSet<>(requireNonNull(interests, "all")));
  }

  /** The same, with or without clicks being measured. */
  public Wishes unmeasured(boolean wished) {
    return new Wishes(pausedUntil, leastHours, interests, wished);
  }

  public boolean isWeekly() {
    return leastHours >= WEEKLY_HOURS;
  }

  /** When a pause that holds at that moment ends. */
  public Optional<Instant> pausedUntil(Instant now) {
    return Optional.ofNullable(pausedUntil).filter(until -> until.isAfter(now));
  }

  /** As it was saved, whether it is over or not; null for none. */
  public Instant storedPause() {
    return pausedUntil;
  }
}
