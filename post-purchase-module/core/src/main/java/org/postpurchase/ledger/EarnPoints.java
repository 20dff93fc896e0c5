package org.postpurchase.ledger;

/** Gives points: a new lot, pending until it matures or usable at once. */
final class EarnPoints {
  private final Postings postings;

  EarnPoints(Postings postings) {
    this.postings = postings;
  }

  PostingResult earn(EarnRequest r) {
    PostingRequest request = request(r);
    String input = input(r);
    return postings.transactions.call(
        () -> {
          LedgerQuery owner = LedgerQuery.ofOwner(r.programme, r.ownerKey);
          PostingResult result =
              postings.postToSurvivor(owner, request, input, (booking, known) -> give(booking, r));
          if (result.refusal != Refusal.UNKNOWN_ACCOUNT) {
            return result;
          }
          long opened = postings.store.open(r.programme, r.ownerKey, postings.now());
          return postings.postToSurvivor(
              LedgerQuery.ofAccount(opened), request, input, (booking, known) -> give(booking, r));
        });
  }

  static PostingRequest request(EarnRequest r) {
    return PostingRequest.of(Verb.EARN, r.key, r.cause.orderId).because(r.cause.code);
  }

  /** What makes two requests under one key the same. */
  static String input(EarnRequest r) {
    return r.ownerKey + "|" + r.points + "|" + r.cause.code + "|" + r.cause.orderLineId;
  }

  static Refusal give(Booking booking, EarnRequest r) {
    Bucket into = r.matured ? Bucket.AVAILABLE : Bucket.PENDING;
    PointsLot lot =
        booking.issue(
            r.cause,
            Bucket.ISSUED,
            into,
            r.points,
            r.matured ? booking.now : r.maturesAt,
            r.expiresAt,
            null);
    if (r.matured) {
      Postings.settleShortfall(booking, lot);
    }
    booking.seal(r.points, 0, lot.lotNo, 0);
    return null;
  }
}
