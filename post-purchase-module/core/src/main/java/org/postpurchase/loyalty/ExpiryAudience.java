package org.postpurchase.loyalty;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
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
