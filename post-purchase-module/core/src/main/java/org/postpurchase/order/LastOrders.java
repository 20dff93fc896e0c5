package org.postpurchase.order;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** When buyers last ordered. Joins the caller's transaction. */
public interface LastOrders {
  /**
   * The last order of each that is not cancelled, by address or account; without those that have
   * none. A fixed number of statements for any number of buyers.
   *
   * @param buyers {@link BuyerSince#since} is not looked at
   */
  Map<BuyerSince, Instant> of(Collection<BuyerSince> buyers);
}
