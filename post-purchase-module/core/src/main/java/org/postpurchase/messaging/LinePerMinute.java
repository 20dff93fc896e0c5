package org.postpurchase.messaging;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.postpurchase.shared.MaskedAddresses;

/**
 * Log lines of the sender: of each kind at most one a minute, with the number of those left out
 * since, and no e-mail address in any of them. Safe for use by several threads.
 */
final class LinePerMinute {
  private static final long MINUTE_NANOS = 60_000_000_000L;

  /** What is reported. */
  enum Kind {
    FAILED,
    UNCERTAIN,
    RETRY,
    TROUBLE,
    NOT_STORED
  }

  private final LongSupplier nanos;
  private final BiConsumer<Kind, String> log;
  private final Map<Kind, Long> last = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> left = new EnumMap<>(Kind.class);

  /**
   * @param nanos a clock that only goes forward, such as {@link System#nanoTime()}
   */
  LinePerMinute(LongSupplier nanos, BiConsumer<Kind, String> log) {
    this.nanos = nanos;
    this.log = log;
  }

  synchronized void write(Kind kind, String line) {
    long now = nanos.getAsLong();
    Long before = last.get(kind);
    if (before != null && now - before < MINUTE_NANOS) {
      left.merge(kind, 1, Integer::sum);
      return;
    }
    last.put(kind, now);
    Integer more = left.remove(kind);
    log.accept(
        kind, MaskedAddresses.in(line) + (more == null ? "" : " (and " + more + " more since the last line)"));
  }
}
