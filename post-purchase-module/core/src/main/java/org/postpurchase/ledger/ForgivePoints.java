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
   * @param points above zero writes off at most so many of what is owed, below zero asks for so
   *     many again
   */
  PostingResult forgive(long accountId, String key, long points) {
    if (points == 0) {
      throw new IllegalArgumentException("Forgiving 0 points is nothing");
    }
    Instant asked = postings.now();
    LedgerQuestion account = LedgerQuestion.ofAccount(accountId);
    return postings.postToHeir(
        points > 0 ? account : account.withOpenLots(asked),
        PostingRequest.of(Verb.FORGIVE, key, 0).because("SHORTFALL"),
        accountId + "|" + points,
        (booking, known) ->
            points > 0 ? writeOff(booking, points) : askAgain(booking, -points, asked, known.lots));
  }

  private static Refusal writeOff(Booking booking, long points) {
    long owed = Math.min(points, booking.account.shortfall);
    if (owed == 0) {
      return Refusal.NOTHING_LEFT;
    }
    booking.line(0, Bucket.OWED, owed);
    booking.line(0, Bucket.REVERSED, -owed);
    booking.seal(owed, 0, 0, 0);
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
