package org.postpurchase.shared;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that waits for time in a table: outbox entries, queued messages, later due steps.
 *
 * <p>Implementations are safe to run from any number of threads and JVMs at once; work is claimed
 * by lease. A crash loses nothing: what was claimed becomes claimable again when its lease has run
 * out by database time.
 */
public interface DueWork {
  /** A short name for logs and screens. */
  String name();

  /**
   * Does what is due by the business clock until nothing is left, and returns how many items it
   * touched.
   *
   * <p>One failing item never stops the others; its failure is kept on the item.
   */
  int runDue();

  /** The earliest moment at which something becomes due, or empty when nothing waits. */
  Optional<Instant> nextDueAt();

  /**
   * Whether nobody waits for it within seconds, such as points that mature: upkeep yields to
   * shoppers, and events do not wake it.
   */
  default boolean isUpkeep() {
    return false;
  }

  /**
   * After how many poll intervals at the latest it looks again while it finds nothing, when nobody
   * wakes it; 0 for as many as work of its kind usually has.
   */
  default int restsAtMost() {
    return 0;
  }

  /**
   * Whether what the first kind of work has done may be its business, wherever it stands in the
   * list: it is woken then.
   */
  default boolean followsEvents() {
    return false;
  }

  /**
   * The loop of this node has started: {@code wake} makes this work run a tenth of a second later,
   * without waiting for its next poll. It never blocks and never throws; many calls lead to one
   * run. A node without a loop never calls this.
   */
  default void wokenBy(Runnable wake) {}
}
