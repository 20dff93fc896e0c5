package org.postpurchase.restraint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * The proof of one confirmed tick: what was read and ticked in a checkout, when the mailbox was
 * asked, and when and from where it said yes. Immutable.
 */
public final class OptInCheck {
  public final long id;

  /** The mailbox, by its key. */
  public final String contact;

  public final long orderId;

  /** What the person read beside the box. */
  public final String textShown;

  public final String localeCode;
  public final Instant tickedAt;
  public final Instant askedAt;
  private final Instant confirmedAt;

  /** The network that it was confirmed from, without its last part; empty before. */
  public final String confirmedFrom;

  private OptInCheck(
      long id, Tick tick, Instant askedAt, Instant confirmedAt, String confirmedFrom) {
    this.id = id;
    this.contact = tick.contact;
    this.orderId = tick.orderId;
    this.textShown = tick.textShown;
    this.localeCode = tick.localeCode;
    this.tickedAt = tick.at;
    this.askedAt = requireNonNull(askedAt, "askedAt");
    this.confirmedAt = confirmedAt;
    this.confirmedFrom = requireNonNull(confirmedFrom, "confirmedFrom");
  }

  public static OptInCheck of(
      long id, Tick tick, Instant askedAt, Instant confirmedAt, String confirmedFrom) {
    return new OptInCheck(id, tick, askedAt, confirmedAt, confirmedFrom);
  }

  public Optional<Instant> confirmedAt() {
    return Optional.ofNullable(confirmedAt);
  }

  /** What was ticked. Immutable. */
  public static final class Tick {
    public final String contact;
    public final long orderId;
    public final String textShown;
    public final String localeCode;
    public final Instant at;

    public Tick(String contact, long orderId, String textShown, String localeCode, Instant at) {
      this.contact = requireNonNull(contact, "contact");
      this.orderId = orderId;
      this.textShown = requireNonNull(textShown, "textShown");
      this.localeCode = requireNonNull(localeCode, "localeCode");
      this.at = requireNonNull(at, "at");
    }

    /** Unique: one order asks once. */
    public String key() {
      return "order:" + orderId;
    }
  }
}
