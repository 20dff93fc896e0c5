package org.postpurchase.sms;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A person's number as the shop knows it. Immutable. */
public final class Phone {
  /** What may be sent there. */
  public enum State {
    /** It stands in an order: only messages about orders may go there. */
    KNOWN,
    /** Its holder was asked to answer YES. */
    ASKED,
    /** Its holder has answered YES. */
    CONFIRMED,
    /** Its holder wants nothing any more. */
    STOPPED,
    /** The provider says that it gets no text messages. */
    UNREACHABLE;

    public boolean takesMessages() {
      return this != STOPPED && this != UNREACHABLE;
    }
  }

  public final long id;

  /** Key of the person's mailbox. */
  public final String contact;

  /** E.164. */
  public final String number;

  /** ISO 3166 code of the country of the number; may be empty. */
  public final String country;

  public final State state;

  /** The last order with that number. */
  public final long orderId;

  /** Language in which its holder is written to. */
  public final String localeCode;

  /** What the person read before agreeing; empty when nothing was agreed to. */
  public final String textShown;

  /** When the holder was last asked; null for never. */
  public final Instant askedAt;

  private Phone(Builder b) {
    id = b.id;
    contact = requireNonNull(b.contact, "contact");
    number = requireNonNull(b.number, "number");
    country = b.country;
    state = b.state;
    orderId = b.orderId;
    localeCode = b.localeCode;
    textShown = b.textShown;
    askedAt = b.askedAt;
  }

  public static Builder of(String contact, String number) {
    return new Builder(contact, number);
  }

  /** The same with changes. */
  public Builder but() {
    Builder b = new Builder(contact, number);
    b.id = id;
    b.country = country;
    b.state = state;
    b.orderId = orderId;
    b.localeCode = localeCode;
    b.textShown = textShown;
    b.askedAt = askedAt;
    return b;
  }

  /** Collects the rest. Not thread-safe. */
  public static final class Builder {
    private final String contact;
    private final String number;
    private long id;
    private String country = "";
    private State state = State.KNOWN;
    private long orderId;
    private String localeCode = "";
    private String textShown = "";
    private Instant askedAt;

    private Builder(String contact, String number) {
      this.contact = contact;
      this.number = number;
    }

    public Builder id(long newId) {
      id = newId;
      return this;
    }

    public Builder country(String code) {
      country = code;
      return this;
    }

    public Builder state(State newState) {
      state = newState;
      return this;
    }

    public Builder order(long id, String newLocaleCode) {
      orderId = id;
      localeCode = newLocaleCode;
      return this;
    }

    public Builder asked(String text, Instant at) {
      textShown = text;
      askedAt = at;
      return this;
    }

    public Phone build() {
      return new Phone(this);
    }
  }
}
