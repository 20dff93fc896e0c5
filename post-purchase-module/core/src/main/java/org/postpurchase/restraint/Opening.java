package org.postpurchase.restraint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Hours of a week in one zone. Open is every moment whose wall clock there is inside: on the day a
 * clock is set back an hour may be open twice, on the day it is set forward it may not exist.
 * Immutable.
 */
public final class Opening {
  /** Within so many days hours come again, or never. */
  private static final int DAYS_MOST = 15;

  private final WeekHours hours;
  private final ZoneId zone;

  public Opening(WeekHours hours, ZoneId zone) {
    this.hours = requireNonNull(hours, "hours");
    this.zone = requireNonNull(zone, "zone");
  }

  public boolean isOpen(Instant moment) {
    return hours.contains(LocalDateTime.ofInstant(moment, zone));
  }

  /**
   * The first moment from {@code moment} on at which all are open at once; empty when there is none
   * within two weeks.
   */
  public static Optional<Instant> first(Collection<Opening> all, Instant moment) {
    Instant end = moment.plusSeconds(DAYS_MOST * 86_400L);
    Instant at = moment;
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Opening opening : all) {
        Optional<Instant> next = opening.next(at);
        if (!next.isPresent() || next.get().isAfter(end)) {
          return Optional.empty();
        }
        if (next.get().isAfter(at)) {
          at = next.get();
          moved = true;
        }
      }
    }
    return Optional.of(at);
  }

  /** The first open moment from that one on; empty when there is none within two weeks. */
  Optional<Instant> next(Instant moment) {
    if (isOpen(moment)) {
      return Optional.of(moment);
    }
    ZoneRules rules = zone.getRules();
    TreeSet<Instant> candidates = new TreeSet<>();
    LocalDate first = LocalDateTime.ofInstant(moment, zone).toLocalDate();
    for (int day = -1; day <= DAYS_MOST; day++) {
      for (LocalDateTime start : hours.startsOn(first.plusDays(day))) {
        for (ZoneOffset offset : rules.getValidOffsets(start)) {
          candidates.add(start.toInstant(offset));
        }
      }
    }
    Instant at = moment;
    Instant end = moment.plusSeconds(DAYS_MOST * 86_400L);
    ZoneOffsetTransition change = rules.nextTransition(at.minusNanos(1));
    while (change != null && !change.getInstant().isAfter(end)) {
      candidates.add(change.getInstant());
      change = rules.nextTransition(change.getInstant());
    }
    return candidates.tailSet(moment, true).stream().filter(this::isOpen).findFirst();
  }
}
