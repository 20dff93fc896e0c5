package org.postpurchase.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
    return postings.postToHeir(
        accountId,
        request,
        accountId + "|" + points + "|" + orderId,
        booking -> reserve(booking, holdKey, points, orderId, until));
  }

  private Refusal reserve(
      Booking booking, String holdKey, long points, long orderId, Instant until) {
    PointsAccount account = booking.account;
    List<PointsLot> lots =
        account.available < points
            ? new ArrayList<>()
            : OpenLots.holding(postings.store, account.accountId, points, booking.now);
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
    return withHold(
        programme,
        holdKey,
        (account, hold) -> {
          String key = (verb == Verb.CAPTURE ? "capture:" : "void:") + holdKey;
          PostingRequest request = PostingRequest.of(verb, key, hold.orderId);
          return postings.post(
              account,
              request,
              String.valueOf(hold.points),
              booking -> {
                if (hold.state != PointsHold.State.HELD) {
                  return Refusal.HOLD_CLOSED;
                }
                Map<Integer, PointsLot> lots = lotsOf(hold);
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
        (account, hold) -> {
          PostingRequest request = PostingRequest.of(Verb.RESTORE, key, hold.orderId);
          return postings.post(
              account,
              request,
              holdKey + "|" + points,
              booking -> restore(booking, hold, points, graceUntil));
        });
  }

  private Refusal restore(Booking booking, PointsHold hold, long points, Instant graceUntil) {
    if (hold.state != PointsHold.State.CAPTURED) {
      return Refusal.HOLD_NOT_CAPTURED;
    }
    if (points > hold.points - hold.restored) {
      return Refusal.TOO_MUCH;
    }
    Map<Integer, PointsLot> lots = lotsOf(hold);
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

  private PostingResult withHold(String programme, String holdKey, OfHold work) {
    return postings.transactions.call(
        () -> {
          Optional<Long> owner = postings.store.accountOfHold(programme, holdKey);
          if (!owner.isPresent()) {
            return PostingResult.refused(null, Refusal.UNKNOWN_HOLD);
          }
          Optional<PointsAccount> account = postings.store.lock(owner.get());
          Optional<PointsHold> hold = postings.store.hold(programme, holdKey);
          if (!account.isPresent() || !hold.isPresent()) {
            return PostingResult.refused(null, Refusal.UNKNOWN_HOLD);
          }
          PostingResult result = work.in(account.get(), hold.get());
          if (result.posted && account.get().mergedInto != 0) {
            transfer.forward(account.get());
          }
          return result;
        });
  }

  /** In the order of their numbers. */
  private Map<Integer, PointsLot> lotsOf(PointsHold hold) {
    List<Integer> numbers = hold.parts.stream().map(p -> p.lotNo).collect(Collectors.toList());
    Map<Integer, PointsLot> lots = new LinkedHashMap<>();
    postings.store.lots(hold.accountId, numbers).forEach(lot -> lots.put(lot.lotNo, lot));
    return lots;
  }

  private interface OfHold {
    PostingResult in(PointsAccount account, PointsHold hold);
  }
}
