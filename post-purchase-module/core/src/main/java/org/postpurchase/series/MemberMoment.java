package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.postpurchase.moment.MomentValues;

/**
 * Something that happens to a member of the programme rather than to an order. Immutable.
 *
 * <p>Its key names the happening, such as this account and this day: reported again under the same
 * key, by whomever and however often, it is the same happening.
 */
public final class MemberMoment {
  private static final int KEY_MAX = 120;

  public final Trigger trigger;
  public final long customerId;
  public final String key;
  public final Instant happenedAt;

  /** The day that it is about; where the trigger has one it is there. */
  public final Optional<Instant> day;

  public final MomentValues values;

  private MemberMoment(
      Trigger trigger,
      long customerId,
      String key,
      Instant happenedAt,
      Optional<Instant> day,
      MomentValues values) {
    this.trigger = requireNonNull(trigger, "trigger");
    this.customerId = customerId;
    this.key = requireNonNull(key, "key");
    this.happenedAt = requireNonNull(happenedAt, "happenedAt");
    this.day = requireNonNull(day, "day");
    this.values = requireNonNull(values, "values");
    if (!trigger.isAboutMember()) {
      throw new IllegalArgumentException(trigger + " is about orders");
    }
    if (trigger.hasDay() && !day.isPresent()) {
      throw new IllegalArgumentException(trigger + " is about a day, which is missing");
    }
    if (key.isEmpty() || key.length() > KEY_MAX) {
      throw new IllegalArgumentException("a key has 1 to " + KEY_MAX + " characters: " + key);
    }
  }

  /** Something without a day to come. */
  public static MemberMoment happened(
      Trigger trigger, long customerId, String key, Instant happenedAt, MomentValues values) {
    return new MemberMoment(trigger, customerId, key, happenedAt, Optional.empty(), values);
  }

  /** Something about a day to come: nothing is sent any more once it has come. */
  public static MemberMoment ahead(
      Trigger trigger,
      long customerId,
      String key,
      Instant happenedAt,
      Instant day,
      MomentValues values) {
    return new MemberMoment(trigger, customerId, key, happenedAt, Optional.of(day), values);
  }
}
