package org.postpurchase.order;

import static java.util.Objects.requireNonNull;

/** An order of the past as far as points are computed from it. Immutable. */
public final class PlacedOrder {
  /** Without names, pictures and addresses of what was bought. */
  public final OrderSnapshot order;

  /** Whether the buyer had no other order before that is not cancelled. */
  public final boolean first;

  public PlacedOrder(OrderSnapshot order, boolean first) {
    this.order = requireNonNull(order, "order");
    this.first = first;
  }
}
