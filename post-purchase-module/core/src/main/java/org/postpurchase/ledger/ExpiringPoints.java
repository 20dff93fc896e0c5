package org.postpurchase.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Available points that are about to expire, and whether that was noticed. All lots of an account
 * that expire at one moment count as one. Every method joins the caller's transaction.
 */
public interface ExpiringPoints {
  /**
   * What expires in between and was not noticed, the soonest first.
   *
   * @param after what the last page ended with, or {@link Due#START}
   * @param from exclusive
   * @param until inclusive
   */
  List<Due> unnoticed(Due after, Instant from, Instant until, int limit);

  /** The same for what was noticed before a moment, and not since. */
  List<Due> noticedBefore(Instant moment, Due after, Instant from, Instant until, int limit);

  /**
   * Notes that they were noticed; to be called with their accounts locked.
   *
   * @param since what was noticed before then counts as not noticed
   * @return those of which somebody else has not noticed all, in their order
   */
  List<Due> notice(List<Due> all, Instant since, Instant now);

  /** The first expiry after a moment that was not noticed. */
  Optional<Instant> firstUnnoticed(Instant after);

  /** The lots with available points that expire at exactly that moment, the oldest first. */
  List<PointsLot> lots(long accountId, Instant expiresAt);

  /** What expires of one account at one moment. */
  final class Due {
    /** Before all others. */
    public static final Due START = new Due(0, Instant.EPOCH);

    public final long accountId;
    public final Instant expiresAt;

    public Due(long accountId, Instant expiresAt) {
      this.accountId = accountId;
      this.expiresAt = expiresAt;
    }
  }
}
