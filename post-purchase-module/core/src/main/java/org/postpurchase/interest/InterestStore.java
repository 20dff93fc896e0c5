package org.postpurchase.interest;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of what people looked at. Methods join the caller's transaction. */
public interface InterestStore {
  /**
   * Notes a visit to a product's page. It counts as another one when the last was longer ago than
   * {@code apart}; else only the moment of the last one moves. Two at once are one.
   *
   * @param customerId 0 for somebody who is not signed in
   * @param categories the product's, those above them included
   */
  void saw(
      String mailbox,
      long customerId,
      long productId,
      Set<Long> categories,
      Instant now,
      Duration apart);

  /** How many products are kept of the mailbox. */
  int products(String mailbox);

  /** Whether that product is kept of the mailbox. */
  boolean has(String mailbox, long productId);

  /** Everything that is kept of the mailbox goes; returns how many rows that were. */
  int forget(String mailbox);

  /**
   * Products that somebody has visited at least so many times, last between the two, the first
   * excluded; oldest first.
   */
  List<Look> lastSeen(Instant after, Instant until, int times, int most);

  /** When the first of them after that moment was seen last; empty for none. */
  Optional<Instant> firstSeen(Instant after, int times);

  /** Those of the rows that are there still. */
  Map<Long, Look> find(Collection<Long> ids);

  /** Removes up to so many rows that were last seen before; returns whose they were. */
  Set<String> forgetBefore(Instant before, int most);
}
