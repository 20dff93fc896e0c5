package org.postpurchase.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

  /** The same for one that needs what was read beside the account. */
  interface InformedMove {
    Refusal in(Booking booking, LedgerSnapshot known);
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

  /** On the account that has the points of that one by now. */
  PostingResult postToSurvivor(
      LedgerQuery question, PostingRequest request, String input, InformedMove move) {
    return transactions.call(
        () -> {
          LedgerSnapshot known = askSurvivor(question.postedAs(request.key));
          return known
              .account
              .map(a -> post(a, known.before, request, input, booking -> move.in(booking, known)))
              .orElse(PostingResult.refused(null, Refusal.UNKNOWN_ACCOUNT));
        });
  }

  /** Asks the account and, if somebody took over its points, that one. */
  LedgerSnapshot askSurvivor(LedgerQuery question) {
    LedgerSnapshot known = store.ask(question);
    while (known.account.isPresent() && known.account.get().mergedInto != 0) {
      known = store.ask(question.ofMergedInto(known.account.get().mergedInto));
    }
    return known;
  }

  /**
   * Locks an account and whoever took over its points. Everybody who needs several accounts locks
   * them in this direction: the one that was taken over first.
   */
  Optional<PointsAccount> lockMergedInto(long accountId) {
    Optional<PointsAccount> account = store.lock(accountId);
    while (account.isPresent() && account.get().mergedInto != 0) {
      account = store.lock(account.get().mergedInto);
    }
    return account;
  }

  /** On a locked account of which it has not been asked yet whether this was done before. */
  PostingResult post(PointsAccount account, PostingRequest request, String input, Move move) {
    return post(account, store.posting(account.programme, request.key), request, input, move);
  }

  /**
   * @param before what was posted under the request's key
   */
  PostingResult post(
      PointsAccount account,
      Optional<PointsPosting> before,
      PostingRequest request,
      String input,
      Move move) {
    String hash = hash(request, input);
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

  static String hash(PostingRequest request, String input) {
    return PointsEntry.sha256(request.verb + "|" + input);
  }

  /** Writes what was made together and tells the listener. */
  void save(List<Booking> bookings) {
    if (!bookings.isEmpty()) {
      store.sets().save(bookings);
      listener.posted(bookings.stream().map(Booking::posting).collect(Collectors.toList()));
    }
  }

  static PostingResult again(PointsAccount account, PointsPosting before, String hash) {
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
