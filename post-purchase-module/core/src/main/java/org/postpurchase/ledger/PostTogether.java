package org.postpurchase.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes many movements together: finds all accounts, locks them in ascending order, reads all that
 * the movements have to know, moves in memory and writes everything.
 */
final class PostTogether {
  private final Postings postings;

  PostTogether(Postings postings) {
    this.postings = postings;
  }

  List<PostingResult> post(List<Movement> movements) {
    if (movements.isEmpty()) {
      return Collections.emptyList();
    }
    return postings.transactions.call(() -> new Run(movements).post());
  }

  /** The programme's owners of what is earned, sorted. */
  private static Map<String, TreeSet<String>> owners(List<Movement> movements) {
    Map<String, TreeSet<String>> owners = new HashMap<>();
    for (Movement each : movements) {
      if (each.earn != null) {
        owners.computeIfAbsent(each.earn.programme, p -> new TreeSet<>()).add(each.earn.ownerKey);
      }
    }
    return owners;
  }

  private final class Run {
    private final List<Movement> movements;
    private final Instant now = postings.now();
    private final LedgerSets sets = postings.store.sets();
    private final Map<String, Long> accountOf = new HashMap<>();
    private final Map<Long, PointsAccount> locked = new HashMap<>();
    private final Map<String, PointsPosting> before = new HashMap<>();
    private final Map<String, PointsLot> lots = new HashMap<>();
    private final List<Booking> bookings = new ArrayList<>();

    Run(List<Movement> movements) {
      this.movements = movements;
    }

    List<PostingResult> post() {
      TreeSet<Long> accounts = new TreeSet<>();
      owners(movements).forEach((programme, owners) -> accounts.addAll(find(programme, owners)));
      movements.stream().filter(m -> m.earn == null).forEach(m -> accounts.add(m.accountId));
      sets.lock(accounts).forEach(account -> locked.put(account.accountId, account));
      read();
      List<PostingResult> results = movements.stream().map(this::make).collect(Collectors.toList());
      postings.save(bookings);
      return results;
    }

    /** Accounts that these owners' points go to, opened where there is none. */
    private List<Long> find(String programme, TreeSet<String> owners) {
      List<LedgerSets.Owner> found = new ArrayList<>(sets.find(programme, owners));
      TreeSet<String> missing = new TreeSet<>(owners);
      found.forEach(owner -> missing.remove(owner.ownerKey));
      if (!missing.isEmpty()) {
        sets.open(programme, missing, now);
        found.addAll(sets.find(programme, missing));
      }
      List<Long> accounts = new ArrayList<>();
      for (LedgerSets.Owner owner : found) {
        accountOf.put(programme + " " + owner.ownerKey, owner.accountId);
        accounts.add(owner.accountId);
        for (long next = owner.mergedInto; next != 0; next = postings.store.mergedIntoOf(next)) {
          accounts.add(next);
        }
      }
      return accounts;
    }

    private void read() {
      Map<String, List<String>> keys = new HashMap<>();
      Map<String, LedgerStore.DueLot> wanted = new HashMap<>();
      for (Movement each : movements) {
        if (each.earn != null) {
          keys.computeIfAbsent(each.earn.programme, p -> new ArrayList<>()).add(each.earn.key);
        } else if (locked.containsKey(each.accountId)) {
          wanted.put(
              key(each.accountId, each.lotNo), new LedgerStore.DueLot(each.accountId, each.lotNo));
        }
      }
      keys.forEach(
          (programme, all) ->
              sets.postings(programme, new TreeSet<>(all))
                  .forEach(posting -> before.put(programme + " " + posting.key, posting)));
      sets.lots(wanted.values()).forEach(lot -> lots.put(key(lot.accountId, lot.lotNo), lot));
    }

    private PostingResult make(Movement movement) {
      return movement.earn == null ? pass(movement) : earn(movement.earn);
    }

    private PostingResult earn(EarnRequest request) {
      PointsAccount account = mergedInto(accountOf.get(request.programme + " " + request.ownerKey));
      return post(
          account,
          Optional.ofNullable(before.get(request.programme + " " + request.key)),
          EarnPoints.request(request),
          EarnPoints.input(request),
          booking -> EarnPoints.give(booking, request));
    }

    /** Somebody may have taken it over after it was found. */
    private PointsAccount mergedInto(long accountId) {
      PointsAccount account = locked.get(accountId);
      while (account.mergedInto != 0) {
        account =
            locked.computeIfAbsent(
                account.mergedInto, next -> postings.store.lock(next).orElse(null));
      }
      return account;
    }

    private PostingResult pass(Movement movement) {
      PointsAccount account = locked.get(movement.accountId);
      PointsLot lot = lots.get(key(movement.accountId, movement.lotNo));
      if (account == null || lot == null) {
        Refusal unknown = account == null ? Refusal.UNKNOWN_ACCOUNT : Refusal.UNKNOWN_LOT;
        return PostingResult.refused(account, unknown);
      }
      PostingRequest request = LetTimePass.request(movement.verb, account, lot);
      return post(
          account,
          Optional.empty(),
          request,
          request.key,
          booking -> LetTimePass.move(movement.verb, booking, lot));
    }

    private PostingResult post(
        PointsAccount account,
        Optional<PointsPosting> earlier,
        PostingRequest request,
        String input,
        Postings.Move move) {
      String hash = Postings.hash(request, input);
      if (earlier.isPresent()) {
        return Postings.again(account, earlier.get(), hash);
      }
      if (account.frozen) {
        return PostingResult.refused(account, Refusal.FROZEN);
      }
      Booking booking = new Booking(account, request, hash, now);
      Refusal refusal = move.in(booking);
      if (refusal != null) {
        booking.abandon();
        return PostingResult.refused(account, refusal);
      }
      bookings.add(booking);
      booking.newLots().forEach(lot -> lots.put(key(lot.accountId, lot.lotNo), lot));
      before.put(account.programme + " " + request.key, booking.posting());
      return PostingResult.posted(account, booking.posting());
    }

    private String key(long accountId, int lotNo) {
      return accountId + ":" + lotNo;
    }
  }
}
