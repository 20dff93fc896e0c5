package org.postpurchase.order;

import java.util.OptionalLong;

/** Which order of a person came after another one. Joins the caller's transaction. */
public interface FollowingOrders {
  /**
   * The id of the first order that the person placed after this one and that is not cancelled, by
   * address or account; empty when there is none.
   *
   * @param order that was placed, also when it is cancelled by now
   */
  OptionalLong after(OrderSnapshot order);
}
