package org.postpurchase.moment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.postpurchase.shared.EmailAddress;

/**
 * Something that happened to a person, of which series may want to know. Immutable.
 *
 * <p>Trigger and key together name the happening, such as this referral and its reward: reported
 * again under both, by whomever and however often, it is the same happening. A person is a mailbox,
 * and a customer of the shop too when there is an account; guests have none.
 */
public final class Moment {
  private static final int KEY_MAX = 120;
  private static final Pattern TRIGGER = Pattern.compile("[A-Z][A-Z0-9_]{0,29}");

  /** The key of the trigger, as {@code REFERRAL_REWARDED}. */
  public final String trigger;

  /**
   * The mailbox's key as {@link EmailAddress#key} gives it; empty only together with a customer,
   * whose address is then looked up.
   */
  public final String contact;

  /** Where mail to a person without an account goes; empty where the account is asked. */
  public final String email;

  /** Of a person without an account; empty when unknown. */
  public final String firstName;

  /** Of a person without an account; empty for the shop's. */
  public final Optional<Locale> locale;

  /** Empty for a guest. */
  public final OptionalLong customerId;

  /** The order that it is about, if any. */
  public final OptionalLong orderId;

  /** The order line that it is about, if any. */
  public final OptionalLong lineId;

  public final String key;

  /** By the shop's clock, UTC. */
  public final Instant happenedAt;

  /** The day to come that it is about, if any: nothing is sent any more once it has come. */
  public final Optional<Instant> day;

  /** What texts may say about it, as it was when it happened. */
  public final MomentValues values;

  private Moment(Builder builder) {
    trigger = builder.trigger;
    contact = builder.contact;
    email = builder.email;
    firstName = builder.firstName;
    locale = builder.locale;
    customerId = builder.customerId;
    orderId = builder.orderId;
    lineId = builder.lineId;
    key = builder.key;
    happenedAt = builder.happenedAt;
    day = builder.day;
    values = builder.values;
  }

  /** Whether it is about a person without an account. */
  public boolean isOfGuest() {
    return !customerId.isPresent();
  }

  /** About a mailbox; add the customer when there is an account. */
  public static Builder of(String trigger, EmailAddress contact) {
    return new Builder(trigger, contact.key(), contact.toString());
  }

  /** About a customer, whose address is looked up where it is needed. */
  public static Builder ofCustomer(String trigger, long customerId) {
    Builder builder = new Builder(trigger, "", "");
    builder.customerId = OptionalLong.of(customerId);
    return builder;
  }

  /** Collects what a moment has beside trigger and person. Not thread-safe. */
  public static final class Builder {
    private final String trigger;
    private final String contact;
    private final String email;
    private String firstName = "";
    private Optional<Locale> locale = Optional.empty();
    private OptionalLong customerId = OptionalLong.empty();
    private OptionalLong orderId = OptionalLong.empty();
    private OptionalLong lineId = OptionalLong.empty();
    private String key;
    private Instant happenedAt;
    private Optional<Instant> day = Optional.empty();
    private MomentValues values = MomentValues.none();

    private Builder(String trigger, String contact, String email) {
      this.trigger = requireNonNull(trigger, "trigger");
      this.contact = requireNonNull(contact, "contact");
      this.email = requireNonNull(email, "email");
      if (!TRIGGER.matcher(trigger).matches()) {
        throw new IllegalArgumentException(
            "'" + trigger + "' is no key of a trigger: capitals, digits and _, at most 30");
      }
    }

    public Builder customer(long id) {
      customerId = OptionalLong.of(id);
      return this;
    }

    /** How to address a person who may have no account. */
    public Builder reader(String name, Locale language) {
      firstName = requireNonNull(name, "name");
      locale = Optional.of(language);
      return this;
    }

    public Builder order(long id) {
      orderId = OptionalLong.of(id);
      return this;
    }

    public Builder line(long id) {
      lineId = OptionalLong.of(id);
      return this;
    }

    /** The day to come that it is about. */
    public Builder day(Instant instant) {
      day = Optional.of(instant);
      return this;
    }

    public Builder values(MomentValues all) {
      values = requireNonNull(all, "values");
      return this;
    }

    /**
     * @param uniqueKey names this happening among all of its trigger, 1 to 120 characters
     */
    public Moment happened(String uniqueKey, Instant at) {
      key = requireNonNull(uniqueKey, "key");
      happenedAt = requireNonNull(at, "happenedAt");
      if (key.isEmpty() || key.length() > KEY_MAX) {
        throw new IllegalArgumentException("a key has 1 to " + KEY_MAX + " characters: " + key);
      }
      return new Moment(this);
    }
  }
}
