package org.postpurchase.ledger;

import java.time.Instant;
import java.util.Optional;

/** What time does to a lot: pending points mature, what is left expires. */
final class LetTimePass {
  private final Postings postings;

  LetTimePass(Postings postings) {
    this.postings = postings;
  }

  /** Doing it again does nothing: a lot matures as a whole. */
  PostingResult mature(long accountId, int lotNo) {
    return post(accountId, lotNo, Verb.MATURE);
  }

  /** Doing it again does nothing until points come back into the lot. */
  PostingResult expire(long accountId, int lotNo) {
    return post(accountId, lotNo, Verb.EXPIRE);
  }

  static Refusal move(Verb verb, Booking booking, PointsLot lot) {
    return verb == Verb.MATURE ? mature(booking, lot) : expire(booking, lot);
  }

  private static Refusal mature(Booking booking, PointsLot lot) {
    if (lot.pending == 0) {
      return Refusal.NOTHING_LEFT;
    }
    if (lot.maturesAt == null || lot.maturesAt.isAfter(booking.now)) {
      return Refusal.TOO_EARLY;
    }
    long points = lot.pending;
    booking.move(lot, Bucket.PENDING, Bucket.AVAILABLE, points);
    Postings.settleShortfall(booking, lot);
    booking.seal(points, 0, lot.lotNo, 0);
    return null;
  }

  private static Refusal expire(Booking booking, PointsLot lot) {
    if (lot.available == 0) {
      return Refusal.NOTHING_LEFT;
    }
    if (lot.expiresAt == null || lot.expiresAt.isAfter(booking.now)) {
      return Refusal.TOO_EARLY;
    }
    long points = lot.available;
    booking.move(lot, Bucket.AVAILABLE, Bucket.EXPIRED, points);
    booking.seal(points, 0, lot.lotNo, 0);
    return null;
  }

  /** The account's next number makes the key new, so nobody has to look for an earlier one. */
  static PostingRequest request(Verb verb, PointsAccount account, PointsLot lot) {
    String key = verb + ":" + account.accountId + ":" + lot.lotNo + ":" + (account.postingNo + 1);
    return PostingRequest.of(verb, key, lot.cause.orderId).because(lot.cause.code);
  }

  /** No movement: only pending lots can be given other times. */
  boolean schedule(long accountId, int lotNo, Instant maturesAt, Instant expiresAt) {
    return postings.transactions.call(
        () -> {
          LedgerSnapshot known =
              postings.store.ask(LedgerQuery.ofAccount(accountId).withLot(lotNo));
          boolean moves = known.account.isPresent() && !known.account.get().frozen;
          if (!moves || known.lots.isEmpty() || known.lots.get(0).pending == 0) {
            return false;
          }
          PointsLot lot = known.lots.get(0);
          lot.maturesAt = maturesAt;
          lot.expiresAt = expiresAt;
          postings.store.saveLot(lot);
          return true;
        });
  }

  private PostingResult post(long accountId, int lotNo, Verb verb) {
    return postings.transactions.call(
        () -> {
          LedgerSnapshot known =
              postings.store.ask(LedgerQuery.ofAccount(accountId).withLot(lotNo));
          if (!known.account.isPresent()) {
            return PostingResult.refused(null, Refusal.UNKNOWN_ACCOUNT);
          }
          PointsAccount account = known.account.get();
          if (known.lots.isEmpty()) {
            return PostingResult.refused(account, Refusal.UNKNOWN_LOT);
          }
          PointsLot lot = known.lots.get(0);
          PostingRequest request = request(verb, account, lot);
          return postings.post(
              account, Optional.empty(), request, request.key, b -> move(verb, b, lot));
        });
  }
}
