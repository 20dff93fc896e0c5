package org.postpurchase.splittest;

import java.time.Instant;
import java.util.Map;

/** What became of the counted orders, which the host knows. Reads only. */
public interface OrdersOfTest {
  /**
   * By arm, how many of the people noted before that moment have placed an order that counts and
   * that was not cancelled.
   */
  Map<Integer, Long> buyers(SplitTest test, Instant before);
}
