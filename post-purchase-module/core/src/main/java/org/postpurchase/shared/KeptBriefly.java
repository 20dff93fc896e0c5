package org.postpurchase.shared;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Something that is read again only when it is older than a short time: settings that every batch
 * or page asks for. Each node keeps its own, so a change is in force everywhere after that time. A
 * read that fails keeps nothing. Safe for concurrent use; two at once may both read.
 *
 * @param <T> what is read; immutable
 */
public final class KeptBriefly<T> {
  private final Duration time;
  private final Clock clock;
  private final Supplier<T> read;
  private volatile Known<T> known;

  private static final class Known<T> {
    final Instant at;
    final T value;

    Known(Instant at, T value) {
      this.at = at;
      this.value = value;
    }
  }

  public KeptBriefly(Duration time, Clock clock, Supplier<T> read) {
    this.time = requireNonNull(time, "time");
    this.clock = requireNonNull(clock, "clock");
    this.read = requireNonNull(read, "read");
  }

  /** Also read again when the clock has been set back by that time. */
  public T get() {
    Instant now = clock.instant();
    Known<T> last = known;
    if (last == null || Duration.between(last.at, now).abs().compareTo(time) >= 0) {
      last = new Known<>(now, read.get());
      known = last;
    }
    return last.value;
  }

  /** The next one who asks reads. */
  public void forget() {
    known = null;
  }
}
