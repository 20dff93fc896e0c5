package org.postpurchase.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves all pending and available points of one account into another, lot by lot, with their times
 * and causes; and back again as far as they are still there. Held and spent points stay where they
 * are.
 */
final class TransferPoints {
  private final Postings postings;

  TransferPoints(Postings postings) {
    this.postings = postings;
  }

  /**
   * From then on everything meant for {@code from} goes to {@code to}. Two accounts that nobody has
   * merged yet are locked in ascending order, since two people may merge them both ways at once.
   */
  PostingResult merge(long from, long to, String key, String reason) {
    if (from == to) {
      throw new IllegalArgumentException("Account " + from + " cannot be merged into itself");
    }
    return postings.transactions.call(
        () -> {
          boolean free =
              postings.store.mergedIntoOf(from) == 0 && postings.store.mergedIntoOf(to) == 0;
          Optional<PointsAccount> second =
              free && to < from ? postings.store.lock(to) : Optional.empty();
          Optional<PointsAccount> source = postings.store.lock(from);
          Optional<PointsAccount> target = second.isPresent() ? second : postings.store.lock(to);
          if (!source.isPresent() || !target.isPresent()) {
            return PostingResult.refused(null, Refusal.UNKNOWN_ACCOUNT);
          }
          return move(source.get(), target.get(), key, reason);
        });
  }

  private PostingResult move(PointsAccount source, PointsAccount target, String key, String why) {
    if (!target.programme.equals(source.programme)) {
      return PostingResult.refused(target, Refusal.OTHER_PROGRAMME);
    }
    if (target.frozen || target.mergedInto != 0) {
      return PostingResult.refused(
          target, target.frozen ? Refusal.FROZEN : Refusal.UNKNOWN_ACCOUNT);
    }
    List<PointsLot> lots = postings.store.lotsWithPoints(source.accountId);
    String input = "merge|" + source.accountId + "|" + target.accountId;
    return carry(source, target, target.accountId, lots, new Reason(key, why, input));
  }

  /**
   * Everything goes from one locked account into another, of which it need not be the mergedInto.
   */
  private PostingResult carry(
      PointsAccount source,
      PointsAccount target,
      long mergedInto,
      List<PointsLot> lots,
      Reason reason) {
    long points = source.pending + source.available;
    long owed = source.shortfall;
    PostingResult out =
        postings.post(
            source,
            reason.request(Verb.MOVE_OUT, ":out"),
            reason.input,
            booking -> moveOut(booking, lots, mergedInto, owed));
    return out.posted
        ? arrived(
            postings.post(
                target,
                reason.request(Verb.MOVE_IN, ":in"),
                reason.input,
                booking -> moveIn(booking, lots, points, owed)))
        : out;
  }

  /** Under which key and why points are moved, and what makes the request the same. */
  private static final class Reason {
    final String key;
    final String code;
    final String input;

    Reason(String key, String code, String input) {
      this.key = key;
      this.code = code;
      this.input = input;
    }

    PostingRequest request(Verb verb, String end) {
      return PostingRequest.of(verb, key + end, 0).because(code);
    }
  }

  /** What has left must arrive, or both is undone. */
  private static PostingResult arrived(PostingResult in) {
    if (!in.posted) {
      throw new IllegalStateException("Points left an account and did not arrive: " + in);
    }
    return in;
  }

  /**
   * Points that came back into an account after it was merged follow the others. Stays where they
   * are while their new account is frozen.
   */
  void forward(PointsAccount source) {
    List<PointsLot> lots = postings.store.lotsWithPoints(source.accountId);
    Optional<PointsAccount> mergedInto = postings.lockMergedInto(source.mergedInto);
    if (lots.isEmpty() || !mergedInto.isPresent() || mergedInto.get().frozen) {
      return;
    }
    String key = "forward:" + source.accountId + ":" + (source.postingNo + 1);
    long direct = source.mergedInto;
    source.mergedInto = 0;
    carry(source, mergedInto.get(), direct, lots, new Reason(key, "FOLLOWED", key));
  }

  private static Refusal moveOut(Booking booking, List<PointsLot> lots, long target, long owed) {
    PointsAccount account = booking.account;
    if (account.mergedInto != 0) {
      return Refusal.NOTHING_LEFT;
    }
    long points = 0;
    for (PointsLot lot : lots) {
      points += lot.pending + lot.available;
      lot.leaving = new long[] {lot.pending, lot.available};
      booking.move(lot, Bucket.PENDING, Bucket.MOVED, lot.pending);
      booking.move(lot, Bucket.AVAILABLE, Bucket.MOVED, lot.available);
    }
    if (owed > 0) {
      booking.line(0, Bucket.OWED, owed);
      booking.line(0, Bucket.MOVED, -owed);
    }
    account.mergedInto = target;
    booking.seal(points, 0, 0, 0);
    return null;
  }

  private static Refusal moveIn(Booking booking, List<PointsLot> lots, long points, long owed) {
    if (owed > 0) {
      booking.line(0, Bucket.OWED, -owed);
      booking.line(0, Bucket.MOVED, owed);
    }
    for (PointsLot lot : lots) {
      if (lot.leaving[0] > 0) {
        booking.issue(
            lot.cause,
            Bucket.MOVED,
            Bucket.PENDING,
            lot.leaving[0],
            lot.maturesAt,
            lot.expiresAt,
            lot);
      }
      if (lot.leaving[1] > 0) {
        PointsLot copy =
            booking.issue(
                lot.cause,
                Bucket.MOVED,
                Bucket.AVAILABLE,
                lot.leaving[1],
                lot.maturesAt,
                lot.expiresAt,
                lot);
        Postings.settleShortfall(booking, copy);
      }
    }
    booking.seal(points, 0, 0, 0);
    return null;
  }

  /** Undoes a merge; what was used in the meantime stays used. */
  PostingResult split(long from, String key, String reason) {
    return postings.transactions.call(
        () -> {
          long to = postings.store.mergedIntoOf(from);
          if (to == 0) {
            return PostingResult.refused(null, Refusal.NOTHING_LEFT);
          }
          Optional<PointsAccount> source = postings.store.lock(from);
          Optional<PointsAccount> target = postings.store.lock(to);
          if (!source.isPresent() || !target.isPresent()) {
            return PostingResult.refused(null, Refusal.UNKNOWN_ACCOUNT);
          }
          return back(source.get(), target.get(), key, reason);
        });
  }

  private PostingResult back(PointsAccount source, PointsAccount target, String key, String why) {
    if (source.frozen || source.mergedInto != target.accountId) {
      return PostingResult.refused(source, source.frozen ? Refusal.FROZEN : Refusal.NOTHING_LEFT);
    }
    List<PointsLot> copies = new ArrayList<>();
    for (PointsLot copy : postings.store.movedFrom(source.accountId, 0)) {
      if (copy.accountId == target.accountId && copy.pending + copy.available > 0) {
        copy.leaving = new long[] {copy.pending, copy.available};
        copies.add(copy);
      }
    }
    long points = copies.stream().mapToLong(c -> c.leaving[0] + c.leaving[1]).sum();
    Reason reason = new Reason(key, why, "split|" + source.accountId + "|" + target.accountId);
    PostingResult out =
        postings.post(
            target,
            reason.request(Verb.MOVE_OUT, ":out"),
            reason.input,
            booking -> {
              for (PointsLot copy : copies) {
                booking.move(copy, Bucket.PENDING, Bucket.MOVED, copy.leaving[0]);
                booking.move(copy, Bucket.AVAILABLE, Bucket.MOVED, copy.leaving[1]);
              }
              booking.seal(points, 0, 0, 0);
              return null;
            });
    if (!out.posted) {
      return out;
    }
    return arrived(
        postings.post(
            source,
            reason.request(Verb.MOVE_IN, ":in"),
            reason.input,
            booking -> {
              List<Integer> numbers = new ArrayList<>();
              copies.forEach(c -> numbers.add(c.originLot));
              Map<Integer, PointsLot> originals = new HashMap<>();
              postings
                  .store
                  .lots(source.accountId, numbers)
                  .forEach(l -> originals.put(l.lotNo, l));
              for (PointsLot copy : copies) {
                PointsLot original = originals.get(copy.originLot);
                booking.move(original, Bucket.MOVED, Bucket.PENDING, copy.leaving[0]);
                booking.move(original, Bucket.MOVED, Bucket.AVAILABLE, copy.leaving[1]);
              }
              booking.account.mergedInto = 0;
              booking.seal(points, 0, 0, 0);
              return null;
            }));
  }
}
