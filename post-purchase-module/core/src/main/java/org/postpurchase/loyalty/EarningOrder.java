package org.postpurchase.loyalty;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Currency;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.EmailAddress;

/**
 * One life of an order as far as points are about it: an order that is cancelled and placed again
 * has a second one. Kept for good, since what is about a person is judged over all orders of that
 * person.
 */
public final class EarningOrder {
  private static final String MAILBOX = "mailbox:";

  public final long orderId;

  /** 1 for the first time that the order was placed. */
  public final int life;

  public final String programme;

  /** Whose account its points went to when it was placed. */
  public final String ownerKey;

  /** Whose order it is by now: a customer's, or that of a guest's mailbox. */
  public final String personKey;

  /** When it was placed; periods of limits and the order of a person's orders go by it. */
  public final Instant placedAt;

  /** When this life began; what is reported later belongs to it, or to a later life. */
  public final Instant beganAt;

  /** How it is paid, in money. */
  public final Paid paid;

  /** Whether the shop knew an earlier order of the person when this one was placed. */
  public final boolean hadEarlier;

  /** Whether goods of it are kept. */
  public final boolean kept;

  /** Whether this life is over; it never gives anything again. */
  public final boolean cancelled;

  public EarningOrder(
      long orderId,
      int life,
      Owner owner,
      Instant placedAt,
      Instant beganAt,
      Paid paid,
      boolean hadEarlier,
      Kept state) {
    this.orderId = orderId;
    this.life = life;
    this.programme = owner.programme;
    this.ownerKey = owner.ownerKey;
    this.personKey = owner.personKey;
    this.placedAt = requireNonNull(placedAt, "placedAt");
    this.beganAt = requireNonNull(beganAt, "beganAt");
    this.paid = requireNonNull(paid, "paid");
    this.hadEarlier = hadEarlier;
    this.kept = state == Kept.GOODS;
    this.cancelled = state == Kept.CANCELLED;
  }

  /** An order that was just placed. */
  static EarningOrder of(
      OrderSnapshot order, int life, String programme, Instant beganAt, boolean hadEarlier) {
    return new EarningOrder(
        order.orderId,
        life,
        new Owner(programme, Owners.of(order), personOf(order)),
        order.submittedAt,
        beganAt,
        Paid.of(order),
        hadEarlier,
        Kept.GOODS);
  }

  /** Whose order that is: a customer's, or that of a guest's mailbox however it is spelled. */
  static String personOf(OrderSnapshot order) {
    if (order.registered) {
      return Owners.ofCustomer(order.customerId);
    }
    try {
      return MAILBOX + EmailAddress.of(order.email).key();
    } catch (RuntimeException noAddress) {
      return Owners.ofGuestOrder(order.orderId);
    }
  }

  /** What is left of an order. The names are stored. */
  public enum Kept {
    GOODS,
    NOTHING,
    CANCELLED
  }

  public Kept state() {
    if (cancelled) {
      return Kept.CANCELLED;
    }
    return kept ? Kept.GOODS : Kept.NOTHING;
  }

  /** The same as an order of that person. */
  public EarningOrder of(String person) {
    return new EarningOrder(
        orderId,
        life,
        new Owner(programme, ownerKey, person),
        placedAt,
        beganAt,
        paid,
        hadEarlier,
        state());
  }

  EarningOrder keeping(Kept keptNow) {
    return new EarningOrder(
        orderId,
        life,
        new Owner(programme, ownerKey, personKey),
        placedAt,
        beganAt,
        paid,
        hadEarlier,
        keptNow);
  }

  @Override
  public String toString() {
    return orderId + "/" + life + " of " + personKey;
  }

  /** Whose order it was and is. */
  public static final class Owner {
    final String programme;
    final String ownerKey;
    final String personKey;

    public Owner(String programme, String ownerKey, String personKey) {
      this.programme = requireNonNull(programme, "programme");
      this.ownerKey = requireNonNull(ownerKey, "ownerKey");
      this.personKey = requireNonNull(personKey, "personKey");
    }
  }

  /**
   * What was paid in money, in the currency's smallest coin, and how much of it was for delivery.
   */
  public static final class Paid {
    public final String currency;
    public final long minor;
    public final long shippingMinor;

    public Paid(String currency, long minor, long shippingMinor) {
      this.currency = requireNonNull(currency, "currency");
      this.minor = minor;
      this.shippingMinor = shippingMinor;
    }

    static Paid of(OrderSnapshot order) {
      long minor =
          Math.max(0, order.totals.total.amountMinor() - order.totals.paidWithPoints.amountMinor());
      Currency currency = order.totals.total.currency();
      long shipping = Math.min(minor, Math.max(0, order.totals.shipping.amountMinor()));
      return new Paid(currency.getCurrencyCode(), minor, shipping);
    }
  }
}
