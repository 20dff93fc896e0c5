package org.postpurchase.series;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

  /** {@link #find} for many, by customer id. */
  default Map<Long, Member> findAll(Collection<Long> customerIds) {
    Map<Long, Member> found = new HashMap<>();
    customerIds.forEach(id -> find(id).ifPresent(member -> found.put(id, member)));
    return found;
  }
}
