package org.postpurchase.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ledger as one would write it without a database, a thought of speed or a second thread. Each
 * point's way is followed in plain arithmetic; nothing is shared with the real one.
 */
final class NaiveLedger {
  static final class Lot {
    final int no;
    final long issued;
    long pending;
    long available;
    long held;
    long spent;
    long expired;
    long reversed;
    long asked;
    long own;
    long others;
    Instant matures;
    Instant expires;

    Lot(int no, long issued) {
      this.no = no;
      this.issued = issued;
    }

    String text() {
      return no + ":" + pending + "/" + available + "/" + held + "/" + spent + "/" + expired + "/"
          + reversed;
    }
  }

  static final class Hold {
    final long points;
    final List<Lot> from = new ArrayList<>();
    final List<Long> parts = new ArrayList<>();
    final List<Long> back = new ArrayList<>();
    String state = "HELD";
    long restored;

    Hold(long points) {
      this.points = points;
    }
  }

  static final class Account {
    final List<Lot> lots = new ArrayList<>();
    final Map<String, Hold> holds = new HashMap<>();
    long owed;

    long sum(java.util.function.ToLongFunction<Lot> part) {
      return lots.stream().mapToLong(part).sum();
    }

    String text() {
      return sum(l -> l.pending)
          + " "
          + sum(l -> l.available)
          + " "
          + sum(l -> l.held)
          + " "
          + owed;
    }

    private List<Lot> usable(Instant now) {
      List<Lot> usable = new ArrayList<>();
      for (Lot lot : lots) {
        if (lot.available > 0 && (lot.expires == null || lot.expires.isAfter(now))) {
          usable.add(lot);
        }
      }
      usable.sort(
          Comparator.comparing((Lot l) -> l.expires == null ? Instant.MAX : l.expires)
              .thenComparing(l -> l.no));
      return usable;
    }

    private void makeUpFor(Lot lot) {
      long part = Math.min(owed, lot.available);
      owed -= part;
      lot.available -= part;
      lot.reversed += part;
    }

    boolean earn(long points, Instant matures, Instant expires, boolean now) {
      Lot lot = new Lot(lots.size() + 1, points);
      lot.matures = matures;
      lot.expires = expires;
      lots.add(lot);
      if (now) {
        lot.available = points;
        makeUpFor(lot);
      } else {
        lot.pending = points;
      }
      return true;
    }

    boolean mature(int no, Instant now) {
      Lot lot = lots.get(no - 1);
      if (lot.pending == 0 || lot.matures == null || lot.matures.isAfter(now)) {
        return false;
      }
      lot.available += lot.pending;
      lot.pending = 0;
      makeUpFor(lot);
      return true;
    }

    boolean expire(int no, Instant now) {
      Lot lot = lots.get(no - 1);
      if (lot.available == 0 || lot.expires == null || lot.expires.isAfter(now)) {
        return false;
      }
      lot.expired += lot.available;
      lot.available = 0;
      return true;
    }

    boolean reserve(String key, long points, Instant now) {
      List<Lot> usable = usable(now);
      if (usable.stream().mapToLong(l -> l.available).sum() < points) {
        return false;
      }
      Hold hold = new Hold(points);
      long left = points;
      for (Lot lot : usable) {
        long part = Math.min(left, lot.available);
        if (part > 0) {
          lot.available -= part;
          lot.held += part;
          hold.from.add(lot);
          hold.parts.add(part);
          hold.back.add(0L);
          left -= part;
        }
      }
      holds.put(key, hold);
      return true;
    }

    boolean capture(String key) {
      Hold hold = holds.get(key);
      if (hold == null || !hold.state.equals("HELD")) {
        return false;
      }
      for (int i = 0; i < hold.from.size(); i++) {
        hold.from.get(i).held -= hold.parts.get(i);
        hold.from.get(i).spent += hold.parts.get(i);
      }
      hold.state = "CAPTURED";
      return true;
    }

    boolean release(String key) {
      Hold hold = holds.get(key);
      if (hold == null || !hold.state.equals("HELD")) {
        return false;
      }
      for (int i = 0; i < hold.from.size(); i++) {
        hold.from.get(i).held -= hold.parts.get(i);
        hold.from.get(i).available += hold.parts.get(i);
      }
      hold.state = "VOIDED";
      return true;
    }

    boolean restore(String key, long points, Instant now, Instant grace) {
      Hold hold = holds.get(key);
      if (hold == null || !hold.state.equals("CAPTURED") || points > hold.points - hold.restored) {
        return false;
      }
      long left = points;
      for (int i = hold.from.size() - 1; i >= 0; i--) {
        Lot lot = hold.from.get(i);
        long part = Math.min(left, hold.parts.get(i) - hold.back.get(i));
        if (part > 0) {
          if (lot.expires != null && !lot.expires.isAfter(now)) {
            lot.expires = grace;
          }
          lot.spent -= part;
          lot.available += part;
          hold.back.set(i, hold.back.get(i) + part);
          left -= part;
        }
      }
      hold.restored += points;
      hold.from.stream().sorted(Comparator.comparing(l -> l.no)).forEach(this::makeUpFor);
      return true;
    }

    boolean clawBack(int no, long total, boolean carry, Instant now) {
      Lot lot = lots.get(no - 1);
      long wanted = Math.min(total, lot.issued) - lot.asked;
      if (wanted <= 0) {
        return false;
      }
      lot.asked += wanted;
      long own = Math.min(wanted, lot.pending);
      lot.pending -= own;
      long more = Math.min(wanted - own, lot.available);
      lot.available -= more;
      own += more;
      lot.reversed += own;
      lot.own += own;
      long used = lot.held + lot.spent + lot.reversed - lot.own;
      long owing = Math.max(0, Math.min(wanted - own, used - lot.others));
      lot.others += owing;
      for (Lot other : usable(now)) {
        if (other != lot) {
          long part = Math.min(owing, other.available);
          other.available -= part;
          other.reversed += part;
          owing -= part;
        }
      }
      if (carry) {
        owed += owing;
      }
      return true;
    }

    boolean adjust(long points, Instant expires, Instant now) {
      if (points > 0) {
        return earn(points, now, expires, true);
      }
      List<Lot> usable = usable(now);
      if (usable.stream().mapToLong(l -> l.available).sum() < -points) {
        return false;
      }
      long left = -points;
      for (Lot lot : usable) {
        long part = Math.min(left, lot.available);
        lot.available -= part;
        lot.reversed += part;
        left -= part;
      }
      return true;
    }
  }

  final Map<Integer, Account> accounts = new HashMap<>();

  Account account(int number) {
    return accounts.computeIfAbsent(number, n -> new Account());
  }
}
