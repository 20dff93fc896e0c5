package org.postpurchase.tier;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** What members paid, for tiers that are measured in money. Joins the caller's transaction. */
public interface SpendReader {
  /** A shop of which nothing is on record. */
  SpendReader NONE = (owner, currency, after) -> Collections.emptyList();

  /**
   * What an owner paid in that currency and that counts from later than a moment on; orders of
   * which nothing is kept are among it.
   */
  List<QualifyingSpend> of(String ownerKey, String currency, Instant after);
}
