package org.postpurchase.referral;

import java.time.Instant;

/**
 * A key that was seen with an order, or with an advocate: then the order is the advocate's id below
 * zero. Immutable.
 */
public final class KnownPerson {
  public final PersonKey key;
  public final long orderId;
  public final long customerId;
  public final String contact;
  public final Instant seenAt;

  public KnownPerson(PersonKey key, long orderId, long customerId, String contact, Instant seenAt) {
    this.key = key;
    this.orderId = orderId;
    this.customerId = customerId;
    this.contact = contact;
    this.seenAt = seenAt;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof KnownPerson
        && ((KnownPerson) o).orderId == orderId
        && ((KnownPerson) o).key.equals(key);
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + Long.hashCode(orderId);
  }
}
