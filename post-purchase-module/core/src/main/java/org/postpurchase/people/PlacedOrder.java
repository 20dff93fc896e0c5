package org.postpurchase.people;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;

/** One order of a person, as the host has it. Immutable. */
public final class PlacedOrder {
  public final long id;
  public final String number;
  public final Instant placedAt;
  public final boolean cancelled;

  /** What was to be paid. */
  public final BigDecimal total;

  /** ISO 4217 code; empty when the host does not say. */
  public final String currency;

  /** Key of the mailbox that it was placed with; empty for none. */
  public final String mailbox;

  public PlacedOrder(
      long id, String number, Instant placedAt, boolean cancelled, BigDecimal total, Place place) {
    this.id = id;
    this.number = requireNonNull(number, "number");
    this.placedAt = requireNonNull(placedAt, "placedAt");
    this.cancelled = cancelled;
    this.total = requireNonNull(total, "total");
    this.currency = place.currency;
    this.mailbox = place.mailbox;
  }

  /** In which currency, with which mailbox. */
  public static final class Place {
    final String currency;
    final String mailbox;

    public Place(String currency, String mailbox) {
      this.currency = requireNonNull(currency, "currency");
      this.mailbox = requireNonNull(mailbox, "mailbox");
    }
  }
}
