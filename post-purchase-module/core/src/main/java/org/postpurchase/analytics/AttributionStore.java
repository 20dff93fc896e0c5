package org.postpurchase.analytics;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The table of attributions. Methods join the caller's transaction. */
public interface AttributionStore {
  /** For those of the orders that were placed with a code that a series gave. */
  List<Attribution> byCodes(Collection<Long> orderIds);

  /** By order, the key of the mailbox that placed it; without those that have none. */
  Map<Long, String> mailboxes(Collection<Long> orderIds);

  /** Adds them; those of orders that have one already are left out. */
  void addMissing(Collection<Attribution> attributions, Instant now);
}
