package org.postpurchase.ledger;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Takes back what was booked for something that came back: from its own lot first, then from the
 * other usable points of its owner; what is missing then is a shortfall. Points of the lot that
 * have expired are not asked for again.
 */
final class ClawBackPoints {
  private final Postings postings;

  ClawBackPoints(Postings postings) {
    this.postings = postings;
  }

  /**
   * @param total how much of the lot shall have been asked back after this, all earlier times
   *     included
   */
  PostingResult clawBack(
      long accountId, int lotNo, String key, long total, ShortfallPolicy policy, String reason) {
    return clawBack(
        accountId,
        lotNo,
        new PostingRequest(Verb.CLAW_BACK, key, 0, reason, "", ""),
        total,
        policy);
  }

  /** The same, on somebody's word; the order is that of the lot. */
  PostingResult clawBack(
      long accountId, int lotNo, PostingRequest asked, long total, ShortfallPolicy policy) {
    return postings.transactions.call(
        () -> {
          LedgerSnapshot known =
              postings.store.ask(
                  LedgerQuery.ofAccount(accountId).withLot(lotNo).postedAs(asked.key));
          Optional<PointsAccount> mergedInto =
              known.account.flatMap(
                  h -> h.mergedInto == 0 ? known.account : postings.lockMergedInto(h.mergedInto));
          if (!mergedInto.isPresent()) {
            return PostingResult.refused(null, Refusal.UNKNOWN_ACCOUNT);
          }
          if (known.lots.isEmpty()) {
            return PostingResult.refused(mergedInto.get(), Refusal.UNKNOWN_LOT);
          }
          PointsLot lot = known.lots.get(0);
          String input = accountId + "|" + lotNo + "|" + total;
          PostingResult result =
              postings.post(
                  mergedInto.get(),
                  known.before,
                  ofOrder(asked, lot.cause.orderId),
                  input,
                  booking -> take(booking, lot, total, policy));
          if (result.posted && mergedInto.get().accountId != accountId) {
            postings.store.saveLot(lot);
          }
          return result;
        });
  }

  private static PostingRequest ofOrder(PostingRequest asked, long orderId) {
    return new PostingRequest(
        Verb.CLAW_BACK, asked.key, orderId, asked.reasonCode, asked.actor, asked.batchId);
  }

  private Refusal take(Booking booking, PointsLot lot, long total, ShortfallPolicy policy) {
    long wanted = Math.min(total, lot.issued) - lot.clawed;
    if (wanted <= 0) {
      return Refusal.NOTHING_LEFT;
    }
    lot.clawed += wanted;
    boolean here = booking.account.accountId == lot.accountId;
    List<PointsLot> copies =
        lot.moved == 0
            ? Collections.emptyList()
            : postings.store.movedFrom(lot.accountId, lot.lotNo);
    long own = here ? from(booking, lot, wanted) : 0;
    lot.taken += own;
    long expiredCopies = copies.stream().mapToLong(c -> c.expired).sum();
    long owed = Math.min(wanted - own, lot.used() - expiredCopies - lot.elsewhere);
    owed = Math.max(owed, 0);
    lot.elsewhere += owed;
    long missing = owed;
    for (PointsLot copy : copies) {
      if (copy.accountId == booking.account.accountId) {
        missing -= from(booking, copy, missing);
      }
    }
    missing -= fromOthers(booking, lot, missing);
    if (missing > 0 && policy == ShortfallPolicy.CARRY) {
      booking.line(0, Bucket.OWED, -missing);
      booking.line(0, Bucket.REVERSED, missing);
    }
    if (here) {
      booking.touch(lot);
    }
    booking.seal(own + owed - missing, missing, here ? lot.lotNo : 0, 0);
    return null;
  }

  private static long from(Booking booking, PointsLot lot, long wanted) {
    long pending = Math.min(wanted, lot.pending);
    booking.move(lot, Bucket.PENDING, Bucket.REVERSED, pending);
    long available = Math.min(wanted - pending, lot.available);
    booking.move(lot, Bucket.AVAILABLE, Bucket.REVERSED, available);
    return pending + available;
  }

  private long fromOthers(Booking booking, PointsLot lot, long wanted) {
    if (wanted == 0) {
      return 0;
    }
    List<PointsLot> others =
        OpenLots.holding(
            postings.store, booking.account.accountId, wanted + lot.issued, booking.now);
    others.removeIf(booking::knows);
    return OpenLots.take(booking, others, Bucket.REVERSED, wanted).values().stream()
        .mapToLong(part -> part)
        .sum();
  }
}
