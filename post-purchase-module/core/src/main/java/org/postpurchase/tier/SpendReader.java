package org.postpurchase.tier;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What members paid, for tiers that are measured in money. Joins the caller's transaction. */
public interface SpendReader {
  /** A shop of which nothing is on record. */
  SpendReader NONE = (owner, currency, after) -> Collections.emptyList();

  /**
   * What an owner paid in that currency and that counts from later than a moment on; orders of
   * which nothing is kept are among it.
   */
  List<QualifyingSpend> of(String ownerKey, String currency, Instant after);

  /** The same for many owners, by their keys. */
  default Map<String, List<QualifyingSpend>> of(
      Collection<String> ownerKeys, String currency, Instant after) {
    Map<String, List<QualifyingSpend>> all = new HashMap<>();
    ownerKeys.forEach(owner -> all.put(owner, of(owner, currency, after)));
    return all;
  }
}
