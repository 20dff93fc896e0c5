package org.postpurchase.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.postpurchase.shared.Transactions;

/**
 * The frame of every movement: lock the account, look whether it was done before, move in memory,
 * write everything or nothing.
 */
final class Postings {
  /** What a verb does inside the frame. Decides before it moves anything. */
  interface Move {
    /**
     * @return null when done and sealed, else why not; then nothing was moved
     */
    Refusal in(Booking booking);
  }

  final LedgerStore store;
  final Transactions transactions;
  private final Clock clock;
  private final PostingListener listener;

  Postings(LedgerStore store, Transactions transactions, Clock clock, PostingListener listener) {
    this.listener = listener;
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  /** On exactly that account, whoever took over its points. */
  PostingResult post(long accountId, PostingRequest request, String input, Move move) {
    return transactions.call(
        () ->
            store
                .lock(accountId)
                .map(account -> post(account, request, input, move))
                .orElse(PostingResult.refused(null, Refusal.UNKNOWN_ACCOUNT)));
  }

  /** On the account that has the points of that one by now. */
  PostingResult postToHeir(long accountId, PostingRequest request, String input, Move move) {
    return transactions.call(
        () ->
            lockHeir(accountId)
                .map(account -> post(account, request, input, move))
                .orElse(PostingResult.refused(null, Refusal.UNKNOWN_ACCOUNT)));
  }

  /**
   * Locks an account and whoever took over its points. Everybody who needs several accounts locks
   * them in this direction: the one that was taken over first.
   */
  Optional<PointsAccount> lockHeir(long accountId) {
    Optional<PointsAccount> account = store.lock(accountId);
    while (account.isPresent() && account.get().mergedInto != 0) {
      account = store.lock(account.get().mergedInto);
    }
    return account;
  }

  PostingResult post(PointsAccount account, PostingRequest request, String input, Move move) {
    String hash = PointsEntry.sha256(request.verb + "|" + input);
    Optional<PointsPosting> before = store.posting(account.programme, request.key);
    if (before.isPresent()) {
      return again(account, before.get(), hash);
    }
    if (account.frozen) {
      return PostingResult.refused(account, Refusal.FROZEN);
    }
    Booking booking = new Booking(account, request, hash, now());
    Refusal refusal = move.in(booking);
    if (refusal != null) {
      return store
          .postedMeanwhile(account.programme, request.key)
          .map(meanwhile -> again(account, meanwhile, hash))
          .orElse(PostingResult.refused(account, refusal));
    }
    store.save(booking);
    listener.posted(booking.posting());
    return PostingResult.posted(account, booking.posting());
  }

  private static PostingResult again(PointsAccount account, PointsPosting before, String hash) {
    return before.inputHash.equals(hash)
        ? PostingResult.repeated(account, before)
        : PostingResult.refused(account, Refusal.KEY_CONFLICT);
  }

  /** Points that can be used now make up for a shortfall first. */
  static void settleShortfall(Booking booking, PointsLot lot) {
    long owed = Math.min(booking.account.shortfall, lot.available);
    if (owed > 0) {
      lot.move(Bucket.AVAILABLE, Bucket.REVERSED, owed);
      booking.touch(lot);
      booking.line(lot.lotNo, Bucket.AVAILABLE, -owed);
      booking.line(lot.lotNo, Bucket.OWED, owed);
    }
  }
}
