package org.postpurchase.content;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.postpurchase.shared.Transactions;

/**
 * What is switched on, read anew after half a minute at the latest, so that no mail and no page
 * costs a statement. Thread-safe; on other nodes a change is seen as late.
 */
public final class ContentLibrary {
  /** More entries than that are not told; the admin says so. */
  public static final int ENTRIES_MOST = 5_000;

  private static final Duration FRESH = Duration.ofSeconds(30);

  private final ContentStore store;
  private final Transactions transactions;
  private final Clock clock;
  private volatile Known known;

  private static final class Known {
    final List<ContentEntry> entries;
    final Instant at;

    Known(List<ContentEntry> entries, Instant at) {
      this.entries = entries;
      this.at = at;
    }
  }

  public ContentLibrary(ContentStore store, Transactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** All that is switched on, in no particular order. */
  public List<ContentEntry> entries() {
    Known last = known;
    Instant now = clock.instant();
    if (last == null || now.isBefore(last.at) || now.isAfter(last.at.plus(FRESH))) {
      last =
          new Known(
              Collections.unmodifiableList(transactions.call(() -> store.active(ENTRIES_MOST))),
              now);
      known = last;
    }
    return last.entries;
  }

  /** The next reader sees what was just saved on this node. */
  public void forget() {
    known = null;
  }
}
