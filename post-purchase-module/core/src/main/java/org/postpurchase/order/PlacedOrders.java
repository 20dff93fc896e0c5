package org.postpurchase.order;

import java.time.Instant;
import java.util.List;

/**
 * Pages through the host's orders of a time span. Never changes anything, and reads each page in a
 * transaction of its own that is over when the page is there.
 */
public interface PlacedOrders {
  /**
   * Orders placed from one moment on and before the other, cancelled ones included, those that were
   * begun last first. What is placed while somebody pages may be missed.
   */
  Pages newestFirst(Instant from, Instant until);

  /** A walk through the orders. Not for use by several threads. */
  interface Pages {
    /** The next ones, at most so many; none when there are no more. */
    List<PlacedOrder> next(int atMost);
  }
}
