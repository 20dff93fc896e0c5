package org.postpurchase.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * Writes one line per kind of trouble and minute, with the number of those that were not written.
 *
 * <p>The first of a kind is written at once, with its cause; the others of the next minute are
 * counted, and the first one after that minute says how many they were. Kinds are few and fixed
 * ("retry", "blocked"), never made from data. E-mail addresses are masked in lines and causes. Safe
 * for any number of threads; a count that nothing follows is not written.
 */
public final class SparseLog {
  private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Logger log;
  private final LongSupplier nanos;
  private final Map<String, Kind> kinds = new HashMap<>();

  public SparseLog(Logger log) {
    this(log, System::nanoTime);
  }

  /**
   * @param nanos as {@link System#nanoTime()}
   */
  public SparseLog(Logger log, LongSupplier nanos) {
    this.log = log;
    this.nanos = nanos;
  }

  public void warn(String kind, String line) {
    long left = unwritten(kind);
    if (left >= 0) {
      log.warn("{}", MaskedAddresses.in(line) + more(left));
    }
  }

  public void warn(String kind, String line, Throwable cause) {
    long left = unwritten(kind);
    if (left >= 0) {
      log.warn(MaskedAddresses.in(line) + more(left), MaskedAddresses.in(cause));
    }
  }

  public void error(String kind, String line, Throwable cause) {
    long left = unwritten(kind);
    if (left >= 0) {
      log.error(MaskedAddresses.in(line) + more(left), MaskedAddresses.in(cause));
    }
  }

  /** How many were left out since the last line of the kind; -1 when this one is left out too. */
  private synchronized long unwritten(String name) {
    long now = nanos.getAsLong();
    Kind kind = kinds.get(name);
    if (kind == null) {
      kind = new Kind();
      kinds.put(name, kind);
    } else if (now - kind.writtenAt < MINUTE_NANOS) {
      kind.leftOut++;
      return -1;
    }
    long leftOut = kind.leftOut;
    kind.leftOut = 0;
    kind.writtenAt = now;
    return leftOut;
  }

  private static String more(long leftOut) {
    return leftOut == 0 ? "" : " (and " + leftOut + " more of this kind since the last such line)";
  }

  private static final class Kind {
    long writtenAt;
    long leftOut;
  }
}
