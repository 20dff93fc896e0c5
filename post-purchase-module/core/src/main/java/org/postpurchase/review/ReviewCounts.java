package org.postpurchase.review;

import java.util.Collection;
import java.util.Map;

/** How many published reviews products have. */
public interface ReviewCounts {
  /** By product; those without reviews are missing. One statement. */
  Map<Long, Long> of(Collection<Long> productIds);
}
