package org.postpurchase.loyalty;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.LotCause;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.ShortfallPolicy;

/**
 * Where shortfalls are forgiven, writes off what was spent beyond what was kept and no more,
 * however the returns and cancellations arrive: the most that spendings which stand were ever ahead
 * of kept points that could be used by then. When a spending is undone later, what was written off
 * for it is asked for again. Doing it again changes nothing.
 */
final class ForgiveShortfalls {
  private static final int HOLDS = 10_000;

  private final PointsLedger ledger;
  private final LedgerViews views;
  private final EarningStore earnings;
  private final Clock clock;
  private final Supplier<ZoneId> zone;

  ForgiveShortfalls(
      PointsLedger ledger,
      LedgerViews views,
      EarningStore earnings,
      Clock clock,
      Supplier<ZoneId> zone) {
    this.zone = zone;
    this.earnings = earnings;
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
    accounts.forEach(account -> settle(programme, account));
  }

  void settle(Programme programme, long accountId) {
    if (programme.shortfall != ShortfallPolicy.FORGIVE) {
      return;
    }
    PointsBalance balance = views.balance(accountId, clock.instant());
    LedgerViews.Forgiven before = views.forgiven(accountId);
    boolean quiet = balance.shortfall == 0 && before.points == 0;
    if (quiet && views.holds(accountId, 1).isEmpty()) {
      return;
    }
    long more = behind(accountId) - before.points;
    if (more != 0) {
      String key = "forgive:" + accountId + ":" + (before.times + 1);
      Instant expires = programme.timing.expiryOf(clock.instant(), zone.get());
      ledger.forgive(accountId, key, more, expires);
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
    Map<String, Instant> planned = planned(lots);
    for (PointsLot lot : lots) {
      if (lot.originAccount == 0 && !lot.cause.code.equals(LotCause.WRITTEN_OFF)) {
        long expired = lot.expired();
        Instant matures = planned.getOrDefault(key(lot), lot.maturesAt());
        PointsLot next = copies.get(lot.accountId + ":" + lot.lotNo);
        while (next != null) {
          expired += next.expired();
          matures = planned.getOrDefault(key(lot), next.maturesAt());
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

  /**
   * When the points of an order can be used by what is known today; a delivery that became known
   * late does not move a lot that has matured.
   */
  private Map<String, Instant> planned(List<PointsLot> lots) {
    TreeSet<Long> orders = new TreeSet<>();
    lots.forEach(lot -> orders.add(lot.cause.orderId));
    orders.remove(0L);
    Map<String, Instant> planned = new HashMap<>();
    for (EarningAward award : earnings.awardsOf(orders)) {
      planned.put(award.lineId + award.kind + award.orderId + "/" + award.life, award.maturesAt);
    }
    return planned;
  }

  private static String key(PointsLot lot) {
    int life = AwardOnOrderFact.lastNumber(lot.sourceKey);
    return lot.cause.orderLineId + lot.cause.code + lot.cause.orderId + "/" + life;
  }
}
