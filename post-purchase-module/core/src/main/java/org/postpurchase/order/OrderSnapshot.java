package org.postpurchase.order;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** An order as the host has it at the moment of reading. Immutable. */
public final class OrderSnapshot {
  public final long orderId;

  /** Empty until the order is submitted. */
  public final String number;

  public final OrderState state;

  /** Null until the order is submitted. */
  public final Instant submittedAt;

  public final long customerId;

  /** Whether the customer has an account; a guest's customer id is good for one order only. */
  public final boolean registered;

  /** As typed at checkout, unchecked; empty when the host has none. */
  public final String email;

  public final String firstName;
  public final Locale locale;

  /** Where it goes, as ISO 3166 code in capitals; empty when unknown. */
  public final String countryCode;

  /** Which part of that country, as the host calls it, such as {@code TX}; empty when unknown. */
  public final String regionCode;

  public final List<OrderLine> lines;
  public final OrderTotals totals;

  public OrderSnapshot(
      long orderId,
      String number,
      OrderState state,
      Instant submittedAt,
      Buyer buyer,
      List<OrderLine> lines,
      OrderTotals totals) {
    this.orderId = orderId;
    this.number = requireNonNull(number, "number");
    this.state = requireNonNull(state, "state");
    this.submittedAt = submittedAt;
    this.customerId = buyer.customerId;
    this.registered = buyer.registered;
    this.email = buyer.email;
    this.firstName = buyer.firstName;
    this.locale = buyer.locale;
    this.countryCode = buyer.countryCode;
    this.regionCode = buyer.regionCode;
    this.lines = Collections.unmodifiableList(new ArrayList<>(lines));
    this.totals = requireNonNull(totals, "totals");
  }

  /** Whether it was placed and is not cancelled. */
  public boolean isPlaced() {
    return submittedAt != null && state != OrderState.CANCELLED;
  }

  /** Whether any line is waited for to arrive; true for an order whose lines are not known. */
  public boolean isAnythingShipped() {
    return lines.isEmpty() || lines.stream().anyMatch(line -> line.physical);
  }

  /** The same order as it would be if it were placed at that moment; unchanged if it has been. */
  public OrderSnapshot asIfPlaced(Instant moment) {
    if (submittedAt != null) {
      return this;
    }
    Buyer buyer =
        new Buyer(customerId, email, firstName, locale, countryCode, registered)
            .inRegion(regionCode);
    return new OrderSnapshot(orderId, number, OrderState.SUBMITTED, moment, buyer, lines, totals);
  }

  /** Who bought. A guest has a customer id of the host too, but only the e-mail means anything. */
  public static final class Buyer {
    final long customerId;
    final String email;
    final String firstName;
    final Locale locale;
    final String countryCode;
    final boolean registered;
    private String regionCode = "";

    /** A guest whose country is unknown. */
    public Buyer(long customerId, String email, String firstName, Locale locale) {
      this(customerId, email, firstName, locale, "");
    }

    /** A guest. */
    public Buyer(
        long customerId, String email, String firstName, Locale locale, String countryCode) {
      this(customerId, email, firstName, locale, countryCode, false);
    }

    private Buyer(
        long customerId,
        String email,
        String firstName,
        Locale locale,
        String countryCode,
        boolean registered) {
      this.customerId = customerId;
      this.email = requireNonNull(email, "email");
      this.firstName = requireNonNull(firstName, "firstName");
      this.locale = requireNonNull(locale, "locale");
      this.countryCode = requireNonNull(countryCode, "countryCode");
      this.registered = registered;
    }

    /** The same buyer with an account in the shop. */
    public Buyer withAccount() {
      return new Buyer(customerId, email, firstName, locale, countryCode, true)
          .inRegion(regionCode);
    }

    /** The same buyer, whose parcel goes to that part of the country. */
    public Buyer inRegion(String region) {
      Buyer there = new Buyer(customerId, email, firstName, locale, countryCode, registered);
      there.regionCode = requireNonNull(region, "region");
      return there;
    }
  }
}
