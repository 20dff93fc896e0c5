package org.postpurchase.loyalty;

import java.util.Collection;
import java.util.Map;

/** What orders have earned. Joins the caller's transaction and changes nothing. */
public interface EarnedPoints {
  /**
   * Points that each of the orders has earned, less what was taken back since; orders without any
   * are left out. One statement for some hundred orders.
   */
  Map<Long, Long> keptOf(Collection<Long> orderIds);
}
