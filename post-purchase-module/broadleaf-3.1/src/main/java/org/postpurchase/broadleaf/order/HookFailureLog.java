package org.postpurchase.broadleaf.order;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports what went wrong in a hook of ours that must not fail the host: the first failure of each
 * minute in full; the others are only counted, so that a missing table cannot flood the log.
 */
public final class HookFailureLog {
  private static final long QUIET_NANOS = 60_000_000_000L;

  private final Logger log;
  private final String failed;
  private final String consequence;
  private final AtomicLong lastLogged = new AtomicLong(System.nanoTime() - QUIET_NANOS);
  private final AtomicLong unlogged = new AtomicLong();

  /**
   * @param failed what did not work, to stand after "post-purchase could not"
   * @param consequence one or more sentences on what this means and what to look at
   */
  public HookFailureLog(Class<?> hook, String failed, String consequence) {
    this.log = LoggerFactory.getLogger(hook);
    this.failed = requireNonNull(failed, "failed");
    this.consequence = requireNonNull(consequence, "consequence");
  }

  /** Never throws, whatever the failure is. */
  public void log(Throwable failure) {
    try {
      long last = lastLogged.get();
      long now = System.nanoTime();
      if (now - last >= QUIET_NANOS && lastLogged.compareAndSet(last, now)) {
        log.error(
            "post-purchase could not "
                + failed
                + " (and "
                + unlogged.getAndSet(0)
                + " more since the last report). "
                + consequence,
            failure);
      } else {
        unlogged.incrementAndGet();
      }
    } catch (Throwable ignored) { // a broken logger must not break the host either
      unlogged.incrementAndGet();
    }
  }
}
