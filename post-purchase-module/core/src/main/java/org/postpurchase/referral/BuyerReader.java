package org.postpurchase.referral;

import java.util.List;
import java.util.Optional;

/** What the host's orders tell about their buyers. Joins the caller's transaction. */
public interface BuyerReader {
  Optional<PersonFacts> find(long orderId);

  /** Buyers of placed orders after that id, in ascending order of ids. */
  List<PersonFacts> placedAfter(long orderId, int limit);

  /** How many placed orders there are up to that id, and in all. */
  long countPlaced(long upToOrderId);
}
