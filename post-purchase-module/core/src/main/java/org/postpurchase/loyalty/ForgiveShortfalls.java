package org.postpurchase.loyalty;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.ShortfallPolicy;

/**
 * Where shortfalls are forgiven, writes off what was spent beyond what was kept and no more, however
 * the returns and cancellations arrive: the most that spendings which stand were ever ahead of kept
 * points that could be used by then. When a spending is undone later, what was written off for it is
 * asked for again. Doing it again changes nothing.
 */
final class ForgiveShortfalls {
  private static final int HOLDS = 10_000;

  private final PointsLedger ledger;
  private final LedgerViews views;
  private final Clock clock;

  ForgiveShortfalls(PointsLedger ledger, LedgerViews views, Clock clock) {
    this.ledger = ledger;
    this.views = views;
    this.clock = clock;
  }

  /** Looks at the accounts that now have these owners' points, and at those an order has moved. */
  void settle(Programme programme, long orderId, Collection<String> owners) {
    if (programme.shortfall != ShortfallPolicy.FORGIVE) {
      return;
    }
    TreeSet<Long> accounts = new TreeSet<>();
    owners.forEach(owner -> views.accountOf(programme.key, owner).ifPresent(accounts::add));
    views.holdsOfOrder(orderId).forEach(hold -> accounts.add(hold.accountId));
    accounts.forEach(this::settle);
  }

  void settle(Programme programme, long accountId) {
    if (programme.shortfall == ShortfallPolicy.FORGIVE) {
      settle(accountId);
    }
  }

  private void settle(long accountId) {
    PointsBalance balance = views.balance(accountId, clock.instant());
    LedgerViews.Forgiven before = views.forgiven(accountId);
    if (balance.shortfall == 0 && before.points == 0) {
      return;
    }
    long more = behind(accountId) - before.points;
    if (more != 0) {
      ledger.forgive(accountId, "forgive:" + accountId + ":" + (before.times + 1), more);
    }
  }

  /** The most that spendings were ever ahead of what could be used by then and is kept. */
  private long behind(long accountId) {
    TreeMap<Instant, Long> usable = new TreeMap<>();
    for (PointsHold hold : views.holds(accountId, HOLDS)) {
      if (hold.state() == PointsHold.State.CAPTURED) {
        usable.merge(hold.createdAt, hold.restored() - hold.points, Math::addExact);
      }
    }
    // what matures in the moment of a spending was there for it
    List<PointsLot> lots = views.lotsMaturingAfter(accountId, Instant.EPOCH);
    Map<String, PointsLot> copies = new HashMap<>();
    for (PointsLot lot : lots) {
      if (lot.originAccount != 0) {
        copies.put(lot.originAccount + ":" + lot.originLot, lot);
      }
    }
    for (PointsLot lot : lots) {
      if (lot.originAccount == 0) {
        long expired = lot.expired();
        Instant matures = lot.maturesAt();
        PointsLot next = copies.get(lot.accountId + ":" + lot.lotNo);
        while (next != null) {
          expired += next.expired();
          matures = next.maturesAt();
          next = copies.get(next.accountId + ":" + next.lotNo);
        }
        usable.merge(matures, Math.max(0, lot.issued - lot.clawed() - expired), Math::addExact);
      }
    }
    long sum = 0;
    long behind = 0;
    for (long change : usable.values()) {
      sum += change;
      behind = Math.max(behind, -sum);
    }
    return behind;
  }
}
