package org.postpurchase.review;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * By when a low review is to be answered. Hours count on working days, Monday to Friday from 9 to
 * 17 by the shop's own time. Immutable.
 */
public final class ReplyClock {
  /** Reviews with more stars have no deadline; answering them is welcome all the same. */
  public static final int STARS_MOST = 3;

  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);

  private final int hours;
  private final ZoneId zone;

  /**
   * @param hours working hours; 0 for no clock
   */
  public ReplyClock(int hours, ZoneId zone) {
    this.hours = hours;
    this.zone = zone;
  }

  /** Empty for a review that needs no answer: too many stars, answered, or taken off the page. */
  public Optional<Instant> dueAt(Review review, boolean answered) {
    boolean open = review.state == ReviewState.WAITING || review.state == ReviewState.PUBLISHED;
    return hours == 0 || answered || !open || review.stars > STARS_MOST
        ? Optional.empty()
        : Optional.of(after(review.writtenAt));
  }

  /** The moment so many working hours later. */
  public Instant after(Instant from) {
    ZonedDateTime at = opening(from.atZone(zone));
    Duration left = Duration.ofHours(hours);
    while (true) {
      ZonedDateTime closes = at.toLocalDate().atTime(CLOSES).atZone(zone);
      Duration today = Duration.between(at, closes);
      if (left.compareTo(today) <= 0) {
        return at.plus(left).toInstant();
      }
      left = left.minus(today);
      at = opening(closes);
    }
  }

  /** That moment if the shop is open then, else when it opens next. */
  private ZonedDateTime opening(ZonedDateTime at) {
    ZonedDateTime opens = at.toLocalDate().atTime(OPENS).atZone(zone);
    if (works(at) && at.isBefore(opens)) {
      return opens;
    }
    if (works(at) && at.isBefore(at.toLocalDate().atTime(CLOSES).atZone(zone))) {
      return at;
    }
    ZonedDateTime next = at.toLocalDate().plusDays(1).atTime(OPENS).atZone(zone);
    while (!works(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  private static boolean works(ZonedDateTime at) {
    return at.getDayOfWeek() != DayOfWeek.SATURDAY && at.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
