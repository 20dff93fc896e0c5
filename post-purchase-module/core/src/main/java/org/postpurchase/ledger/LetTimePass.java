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
    return post(
        accountId,
        lotNo,
        Verb.MATURE,
        (booking, lot) -> {
          if (lot.pending == 0) {
            return Refusal.NOTHING_LEFT;
          }
          if (lot.maturesAt == null || lot.maturesAt.isAfter(booking.now)) {
            return Refusal.TOO_EARLY;
          }
          long points = lot.pending;
          booking.move(lot, Bucket.PENDING, Bucket.AVAILABLE, points);
          Postings.settleShortfall(booking, lot);
          booking.seal(points, 0, lotNo, 0);
          return null;
        });
  }

  /** Doing it again does nothing until points come back into the lot. */
  PostingResult expire(long accountId, int lotNo) {
    return post(
        accountId,
        lotNo,
        Verb.EXPIRE,
        (booking, lot) -> {
          if (lot.available == 0) {
            return Refusal.NOTHING_LEFT;
          }
          if (lot.expiresAt == null || lot.expiresAt.isAfter(booking.now)) {
            return Refusal.TOO_EARLY;
          }
          long points = lot.available;
          booking.move(lot, Bucket.AVAILABLE, Bucket.EXPIRED, points);
          booking.seal(points, 0, lotNo, 0);
          return null;
        });
  }

  /** No movement: only pending lots can be given other times. */
  boolean schedule(long accountId, int lotNo, Instant maturesAt, Instant expiresAt) {
    return postings.transactions.call(
        () -> {
          Optional<PointsAccount> account = postings.store.lock(accountId);
          Optional<PointsLot> lot = postings.store.lot(accountId, lotNo);
          if (!account.isPresent()
              || account.get().frozen
              || !lot.isPresent()
              || lot.get().pending == 0) {
            return false;
          }
          lot.get().maturesAt = maturesAt;
          lot.get().expiresAt = expiresAt;
          postings.store.saveLot(lot.get());
          return true;
        });
  }

  private PostingResult post(long accountId, int lotNo, Verb verb, OfLot work) {
    return postings.transactions.call(
        () -> {
          Optional<PointsAccount> account = postings.store.lock(accountId);
          if (!account.isPresent()) {
            return PostingResult.refused(null, Refusal.UNKNOWN_ACCOUNT);
          }
          Optional<PointsLot> lot = postings.store.lot(accountId, lotNo);
          if (!lot.isPresent()) {
            return PostingResult.refused(account.get(), Refusal.UNKNOWN_LOT);
          }
          String key = verb + ":" + accountId + ":" + lotNo + ":" + (account.get().postingNo + 1);
          PostingRequest request =
              PostingRequest.of(verb, key, lot.get().cause.orderId).because(lot.get().cause.code);
          return postings.post(account.get(), request, key, b -> work.in(b, lot.get()));
        });
  }

  private interface OfLot {
    Refusal in(Booking booking, PointsLot lot);
  }
}
