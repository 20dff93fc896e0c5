package org.postpurchase.ledger;

/**
 * Where points can be: with the customer, or on the programme's side. Every posting moves as many
 * points out of buckets as into others, so all entries of a posting sum to zero.
 */
public enum Bucket {
  PENDING(true),
  AVAILABLE(true),
  HELD(true),
  /** Never above zero: what the customer was to give back and no longer had. */
  OWED(true),
  ISSUED(false),
  SPENT(false),
  EXPIRED(false),
  REVERSED(false),
  ADJUSTED(false),
  MOVED(false);

  private final boolean customer;

  Bucket(boolean customer) {
    this.customer = customer;
  }

  /** Whether it is the customer's; else the programme's. */
  public boolean isCustomer() {
    return customer;
  }
}
