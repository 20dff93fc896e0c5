package org.postpurchase.review;

import java.math.BigDecimal;

/** The host's own rating of products, which existing themes and lists show. */
public interface HostRatings {
  /**
   * Writes the average in the caller's transaction, over whatever is there; writing the same again
   * changes nothing.
   *
   * @param average 0 for a product without reviews
   */
  void write(long productId, BigDecimal average);
}
