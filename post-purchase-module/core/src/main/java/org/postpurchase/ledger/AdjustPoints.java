package org.postpurchase.ledger;

import java.time.Instant;
import java.util.List;

/** A person gives or takes points, with a reason. */
final class AdjustPoints {
  private final Postings postings;

  AdjustPoints(Postings postings) {
    this.postings = postings;
  }

  /**
   * @param points above zero gives, below zero takes those that expire soonest
   */
  PostingResult adjust(long accountId, PostingRequest request, long points, Instant expiresAt) {
    if (points == 0) {
      throw new IllegalArgumentException("An adjustment by 0 points is none");
    }
    LedgerQuery account = LedgerQuery.ofAccount(accountId);
    Instant asked = postings.now();
    return postings.postToSurvivor(
        points > 0 ? account : account.withOpenLots(asked),
        request,
        accountId
            + "|"
            + points
            + "|"
            + request.reasonCode
            + "|"
            + expiresAt
            + "|"
            + request.batchId,
        (booking, known) ->
            points > 0
                ? give(booking, points, expiresAt)
                : take(booking, -points, asked, known.lots));
  }

  private static Refusal give(Booking booking, long points, Instant expiresAt) {
    PointsLot lot =
        booking.issue(
            LotCause.of("ADJUST"),
            Bucket.ADJUSTED,
            Bucket.AVAILABLE,
            points,
            booking.now,
            expiresAt,
            null);
    Postings.settleShortfall(booking, lot);
    booking.seal(points, 0, lot.lotNo, 0);
    return null;
  }

  private Refusal take(Booking booking, long points, Instant asked, List<PointsLot> first) {
    List<PointsLot> lots =
        OpenLots.holding(
            postings.store, booking.account.accountId, points, asked, booking.now, first);
    if (OpenLots.sum(lots) < points) {
      return Refusal.INSUFFICIENT;
    }
    OpenLots.take(booking, lots, Bucket.REVERSED, points);
    booking.seal(-points, 0, 0, 0);
    return null;
  }
}
