package org.postpurchase.loyalty;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whoever wants to know that points of a member will expire. */
public interface ExpiryAudience {
  /** Empty while nobody wants to know. */
  Optional<Wish> wish();

  /**
   * Told in the transaction that notes it; may be told again.
   *
   * @param key the same for all points of the account that expire at that moment
   */
  void told(long customerId, String key, Instant expiresAt, Instant now);

  /** The same for many, in the order of their expiries. */
  default void told(List<Notice> notices, Instant now) {
    notices.forEach(notice -> told(notice.customerId, notice.key, notice.expiresAt, now));
  }

  /** Points of one member that expire at one moment. Immutable. */
  final class Notice {
    public final long customerId;
    public final String key;
    public final Instant expiresAt;

    Notice(long customerId, String key, Instant expiresAt) {
      this.customerId = customerId;
      this.key = requireNonNull(key, "key");
      this.expiresAt = requireNonNull(expiresAt, "expiresAt");
    }
  }

  /** What is wanted. */
  final class Wish {
    /** How long before the points expire. */
    public final Duration ahead;

    /** Since when; what was told before then is told once more. */
    public final Instant since;

    public Wish(Duration ahead, Instant since) {
      this.ahead = requireNonNull(ahead, "ahead");
      this.since = requireNonNull(since, "since");
    }
  }
}
