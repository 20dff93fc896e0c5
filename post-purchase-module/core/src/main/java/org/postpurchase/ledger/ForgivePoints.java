package org.postpurchase.ledger;

import java.time.Instant;
import java.util.List;

/**
 * Writes off what somebody owes, or takes that back: points that were given to nobody for nothing
 * are asked for again, from usable points first.
 */
final class ForgivePoints {
  private final Postings postings;

  ForgivePoints(Postings postings) {
    this.postings = postings;
  }

  /**
   * @param points above zero writes off so many, below zero asks for so many again
   * @param expiresAt of points that are given anew because others have paid already
   */
  PostingResult forgive(long accountId, String key, long points, Instant expiresAt) {
    if (points == 0) {
      throw new IllegalArgumentException("Forgiving 0 points is nothing");
    }
    Instant asked = postings.now();
    LedgerQuery account = LedgerQuery.ofAccount(accountId);
    return postings.postToSurvivor(
        points > 0 ? account : account.withOpenLots(asked),
        PostingRequest.of(Verb.FORGIVE, key, 0).because(LotCause.WRITTEN_OFF),
        accountId + "|" + points,
        (booking, known) ->
            points > 0
                ? writeOff(booking, points, expiresAt)
                : askAgain(booking, -points, asked, known.lots));
  }

  /** What other points have paid already is given anew. */
  private static Refusal writeOff(Booking booking, long points, Instant expiresAt) {
    long owed = Math.min(points, booking.account.shortfall);
    if (owed > 0) {
      booking.line(0, Bucket.OWED, owed);
      booking.line(0, Bucket.REVERSED, -owed);
    }
    if (points > owed) {
      booking.issue(
          LotCause.of(LotCause.WRITTEN_OFF),
          Bucket.ADJUSTED,
          Bucket.AVAILABLE,
          points - owed,
          booking.now,
          expiresAt,
          null);
    }
    booking.seal(points, 0, 0, 0);
    return null;
  }

  private Refusal askAgain(Booking booking, long points, Instant asked, List<PointsLot> first) {
    List<PointsLot> lots =
        OpenLots.holding(
            postings.store, booking.account.accountId, points, asked, booking.now, first);
    long taken =
        OpenLots.take(booking, lots, Bucket.REVERSED, points).values().stream()
            .mapToLong(part -> part)
            .sum();
    if (taken < points) {
      booking.line(0, Bucket.OWED, taken - points);
      booking.line(0, Bucket.REVERSED, points - taken);
    }
    booking.seal(-points, 0, 0, 0);
    return null;
  }
}
