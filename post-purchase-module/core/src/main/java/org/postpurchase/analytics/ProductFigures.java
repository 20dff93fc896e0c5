package org.postpurchase.analytics;

import java.util.List;

/**
 * How products do: what buyers say of them, whether they keep them, and what goes wrong. Counts as
 * they are now, of all time. Reads only, with a number of statements that does not depend on how
 * many products, reviews or orders there are. Joins the caller's transaction.
 */
public interface ProductFigures {
  /** Products that were reviewed or delivered at least once. */
  int count();

  /** A page of them, in the order that was asked for and by id where that is equal. */
  List<ProductFigure> page(Order order, int limit, int offset);

  /** Which products come first. Names are parts of message keys. */
  enum Order {
    /** Most reviews with one or two stars. */
    LOW_STARS,
    /** Most deliveries that were sent back altogether. */
    SENT_BACK,
    /** Most reviews. */
    REVIEWS
  }
}
