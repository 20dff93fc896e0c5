package org.postpurchase.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two-phase spending: reserve, then capture or void; and giving back what was captured. */
final class SpendPoints {
  private final Postings postings;
  private final TransferPoints transfer;

  SpendPoints(Postings postings, TransferPoints transfer) {
    this.postings = postings;
    this.transfer = transfer;
  }

  PostingResult reserve(long accountId, String holdKey, long points, long orderId, Instant until) {
    if (points <= 0) {
      throw new IllegalArgumentException("Only more than 0 points can be reserved, not " + points);
    }
    PostingRequest request = PostingRequest.of(Verb.RESERVE, "reserve:" + holdKey, orderId);
    Instant asked = postings.now();
    return postings.postToSurvivor(
        LedgerQuery.ofAccount(accountId).withOpenLots(asked),
        request,
        accountId + "|" + points + "|" + orderId,
        (booking, known) -> {
          List<PointsLot> lots =
              booking.account.available < points
                  ? new ArrayList<>()
                  : OpenLots.holding(
                      postings.store,
                      booking.account.accountId,
                      points,
                      asked,
                      booking.now,
                      known.lots);
          return reserve(booking, lots, holdKey, points, orderId, until);
        });
  }

  private static Refusal reserve(
      Booking booking,
      List<PointsLot> lots,
      String holdKey,
      long points,
      long orderId,
      Instant until) {
    PointsAccount account = booking.account;
    if (OpenLots.sum(lots) < points) {
      return Refusal.INSUFFICIENT;
    }
    List<PointsHold.Part> parts = new ArrayList<>();
    OpenLots.take(booking, lots, Bucket.HELD, points)
        .forEach((lot, part) -> parts.add(new PointsHold.Part(lot.lotNo, part, 0)));
    account.holdNo++;
    booking.open(
        new PointsHold(
            account.accountId,
            account.holdNo,
            account.programme,
            holdKey,
            orderId,
            points,
            0,
            PointsHold.State.HELD,
            booking.now,
            until,
            null,
            parts));
    booking.seal(points, 0, 0, account.holdNo);
    return null;
  }

  PostingResult capture(String programme, String holdKey) {
    return close(programme, holdKey, Verb.CAPTURE, Bucket.SPENT, PointsHold.State.CAPTURED);
  }

  PostingResult release(String programme, String holdKey) {
    return close(programme, holdKey, Verb.VOID, Bucket.AVAILABLE, PointsHold.State.VOIDED);
  }

  private PostingResult close(
      String programme, String holdKey, Verb verb, Bucket to, PointsHold.State end) {
    String key = (verb == Verb.CAPTURE ? "capture:" : "void:") + holdKey;
    return withHold(
        programme,
        holdKey,
        key,
        (account, hold, known) -> {
          PostingRequest request = PostingRequest.of(verb, key, hold.orderId);
          return postings.post(
              account,
              known.before,
              request,
              String.valueOf(hold.points),
              booking -> {
                if (hold.state != PointsHold.State.HELD) {
                  return Refusal.HOLD_CLOSED;
                }
                Map<Integer, PointsLot> lots = byNumber(known.lots);
                for (PointsHold.Part part : hold.parts) {
                  booking.move(lots.get(part.lotNo), Bucket.HELD, to, part.points);
                }
                hold.state = end;
                hold.finishedAt = booking.now;
                booking.close(hold);
                booking.seal(hold.points, 0, 0, hold.holdNo);
                return null;
              });
        });
  }

  /** What was taken last is given back first; lots that expired meanwhile live on until grace. */
  PostingResult restore(
      String programme, String holdKey, String key, long points, Instant graceUntil) {
    if (points <= 0) {
      throw new IllegalArgumentException("Only more than 0 points can be restored, not " + points);
    }
    return withHold(
        programme,
        holdKey,
        key,
        (account, hold, known) -> {
          PostingRequest request = PostingRequest.of(Verb.RESTORE, key, hold.orderId);
          return postings.post(
              account,
              known.before,
              request,
              holdKey + "|" + points,
              booking -> restore(booking, hold, byNumber(known.lots), points, graceUntil));
        });
  }

  private static Refusal restore(
      Booking booking,
      PointsHold hold,
      Map<Integer, PointsLot> lots,
      long points,
      Instant graceUntil) {
    if (hold.state != PointsHold.State.CAPTURED) {
      return Refusal.HOLD_NOT_CAPTURED;
    }
    if (points > hold.points - hold.restored) {
      return Refusal.TOO_MUCH;
    }
    long missing = points;
    for (int i = hold.parts.size() - 1; i >= 0 && missing > 0; i--) {
      PointsHold.Part part = hold.parts.get(i);
      long back = Math.min(missing, part.points - part.restored);
      if (back > 0) {
        PointsLot lot = lots.get(part.lotNo);
        if (lot.expiresAt != null && !lot.expiresAt.isAfter(booking.now)) {
          lot.expiresAt = graceUntil;
        }
        booking.move(lot, Bucket.SPENT, Bucket.AVAILABLE, back);
        part.restored += back;
        missing -= back;
      }
    }
    for (PointsLot lot : lots.values()) {
      Postings.settleShortfall(booking, lot);
    }
    hold.restored += points;
    booking.close(hold);
    booking.seal(points, 0, 0, hold.holdNo);
    return null;
  }

  private PostingResult withHold(String programme, String holdKey, String key, OfHold work) {
    return postings.transactions.call(
        () -> {
          LedgerSnapshot known =
              postings.store.ask(LedgerQuery.ofHold(programme, holdKey).postedAs(key));
          if (!known.account.isPresent() || !known.hold.isPresent()) {
            return PostingResult.refused(null, Refusal.UNKNOWN_HOLD);
          }
          PointsAccount account = known.account.get();
          PostingResult result = work.in(account, known.hold.get(), known);
          if (result.posted && account.mergedInto != 0) {
            transfer.forward(account);
          }
          return result;
        });
  }

  /** In the order of their numbers. */
  private static Map<Integer, PointsLot> byNumber(List<PointsLot> lots) {
    Map<Integer, PointsLot> byNumber = new LinkedHashMap<>();
    lots.forEach(lot -> byNumber.put(lot.lotNo, lot));
    return byNumber;
  }

  private interface OfHold {
    PostingResult in(PointsAccount account, PointsHold hold, LedgerSnapshot known);
  }
}
