package org.postpurchase.person;

/** What somebody has spent in one currency. Immutable. */
public final class Spend {
  /** Merchandise that is kept, after discounts, in the smallest coin. */
  public final long netMinor;

  /** Orders in this currency that were not cancelled; at least one. */
  public final int orders;

  public Spend(long netMinor, int orders) {
    this.netMinor = netMinor;
    this.orders = orders;
  }

  /** For one order, rounded down. */
  public long averageMinor() {
    return Math.floorDiv(netMinor, orders);
  }

  Spend plus(long minor) {
    return new Spend(Math.addExact(netMinor, minor), orders + 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Spend
        && ((Spend) other).netMinor == netMinor
        && ((Spend) other).orders == orders;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(netMinor) * 31 + orders;
  }

  @Override
  public String toString() {
    return netMinor + " in " + orders;
  }
}
