package org.postpurchase.series;

import java.util.Optional;

/**
 * What the shop knows of customers with an account. Joins the caller's transaction and changes
 * nothing.
 */
public interface Members {
  /** A shop without accounts. */
  Members NONE = customerId -> Optional.empty();

  /** Empty when the shop has no such customer any more. */
  Optional<Member> find(long customerId);
}
