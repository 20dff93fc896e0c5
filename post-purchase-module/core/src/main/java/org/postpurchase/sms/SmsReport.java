package org.postpurchase.sms;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** What a provider says became of one message. Immutable. */
public final class SmsReport {
  /** In the order in which they can follow each other; a later one is never undone. */
  public enum State {
    TAKEN(1),
    SENT(2),
    DELIVERED(4),
    /** It will not arrive. */
    FAILED(4);

    /** Only a higher rank replaces a lower one. */
    public final int rank;

    State(int rank) {
      this.rank = rank;
    }
  }

  /** What a failure says about the number. */
  public enum Meaning {
    NOTHING,
    /** Its holder has told the provider to stop. */
    OPTED_OUT,
    /** It gets no text messages, ever. */
    NO_SUCH_NUMBER
  }

  public final String providerId;
  public final State state;

  /** E.164. */
  public final String number;

  /** The message's own id, as it was given to the provider; empty when it does not come back. */
  public final String reference;

  /** The provider's code; empty for none. */
  public final String errorCode;

  public final Meaning meaning;

  /** What it cost, not negative; null while the provider does not say. */
  public final BigDecimal price;

  /** ISO 4217; empty without a price. */
  public final String currency;

  private SmsReport(Builder b) {
    providerId = requireNonNull(b.providerId, "providerId");
    state = requireNonNull(b.state, "state");
    number = requireNonNull(b.number, "number");
    reference = b.reference;
    errorCode = b.errorCode;
    meaning = b.meaning;
    price = b.price;
    currency = b.currency;
  }

  public static Builder of(String providerId, State state, String number) {
    return new Builder(providerId, state, number);
  }

  /** Collects the rest. Not thread-safe. */
  public static final class Builder {
    private final String providerId;
    private final State state;
    private final String number;
    private String reference = "";
    private String errorCode = "";
    private Meaning meaning = Meaning.NOTHING;
    private BigDecimal price;
    private String currency = "";

    private Builder(String providerId, State state, String number) {
      this.providerId = providerId;
      this.state = state;
      this.number = number;
    }

    public Builder about(String newReference) {
      reference = newReference;
      return this;
    }

    public Builder failed(String code, Meaning newMeaning) {
      errorCode = code;
      meaning = newMeaning;
      return this;
    }

    public Builder cost(BigDecimal newPrice, String newCurrency) {
      price = newPrice;
      currency = newCurrency;
      return this;
    }

    public SmsReport build() {
      return new SmsReport(this);
    }
  }
}
