package org.postpurchase.referral;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the host's orders tell about their buyers. Joins the caller's transaction. */
public interface BuyerReader {
  Optional<PersonFacts> find(long orderId);

  /** Those of the orders that there are, in a number of statements that does not depend on it. */
  List<PersonFacts> findAll(Collection<Long> orderIds);

  /** Buyers of placed orders after that id, in ascending order of ids. */
  List<PersonFacts> placedAfter(long orderId, int limit);

  /**
   * Ids of orders that the account has placed before that moment, oldest first and at most the
   * limit; cancelled ones do not count.
   */
  List<Long> placedBefore(long customerId, Instant before, int limit);

  /** How many placed orders there are up to that id, and in all. */
  long countPlaced(long upToOrderId);
}
