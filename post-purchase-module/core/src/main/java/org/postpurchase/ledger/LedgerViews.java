package org.postpurchase.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;

/** Reads of the ledger that lock nothing and change nothing. */
public interface LedgerViews {
  /** All zero when that owner has no account; of the account that took over its points if any. */
  PointsBalance balance(String programme, String ownerKey, Instant now);

  PointsBalance balance(long accountId, Instant now);

  /** Whether another account took over that owner's. */
  boolean isMerged(String programme, String ownerKey);

  /** The newest movements of an account, newest first. */
  List<PointsPosting> history(long accountId, int limit, long beforePostingNo);

  /** Lots that still have pending or available points, those that expire soonest first. */
  List<PointsLot> openLots(long accountId, int limit);

  /** All lots, newest first. */
  List<PointsLot> lots(long accountId, int limit);

  List<PointsEntry> entries(long accountId, int limit);

  /** Lots that were earned with an order, wherever they were moved since; the first ones only. */
  List<PointsLot> lotsOfOrder(long orderId);

  /** Lots of an order that have not matured, wherever they were moved. */
  List<PointsLot> pendingOfOrder(long orderId);

  /**
   * Lots of an account, and of those whose points it took over, that mature or have matured after a
   * moment: originals and what was moved of them.
   */
  List<PointsLot> lotsMaturingAfter(long accountId, Instant moment);

  /** The account that has an owner's points by now; empty when there is none. */
  Optional<Long> accountOf(String programme, String ownerKey);

  /** Those of the orders for which points were ever reserved. */
  Set<Long> ordersWithHolds(Collection<Long> orderIds);

  List<PointsHold> holdsOfOrder(long orderId);

  /** Open holds whose time has come, the oldest first. */
  List<PointsHold> holdsToAskAbout(Instant now, int limit);

  /**
   * Points that a rule has given to an account since then, alone or together with others, less what
   * was taken back of them; what was spent or has expired counts.
   */
  long issuedByRule(long accountId, String ruleKey, Instant since);

  /** All accounts, the newest first. */
  PageOf<Holder> holders(ListPage page);

  /** The accounts of exactly these owners, in no order; owners without one are left out. */
  List<Holder> holdersOf(Collection<String> ownerKeys);

  /** Empty when there is no such account. */
  Optional<Holder> holder(long accountId);

  /** Points that checkouts have reserved from an account, newest first. */
  List<PointsHold> holds(long accountId, int limit);

  /**
   * Adjustments that were asked for together, account by account, from the one after a posting on.
   *
   * @param after null for the first ones
   */
  List<PointsPosting> adjustmentsOfBatch(String batchId, PointsPosting after, int limit);

  /** What was written off of an account's debts by now, and how often that changed. */
  Forgiven forgiven(long accountId);

  Liability liability(String programme);

  /** Debts that were written off. */
  final class Forgiven {
    public final long points;
    public final int times;

    public Forgiven(long points, int times) {
      this.points = points;
      this.times = times;
    }
  }

  /** An account as a list shows it. */
  final class Holder {
    public final long accountId;
    public final String ownerKey;
    public final long pending;
    public final long available;
    public final long held;
    public final boolean frozen;
    public final Instant changedAt;

    public Holder(
        long accountId,
        String ownerKey,
        long pending,
        long available,
        long held,
        boolean frozen,
        Instant changedAt) {
      this.accountId = accountId;
      this.ownerKey = ownerKey;
      this.pending = pending;
      this.available = available;
      this.held = held;
      this.frozen = frozen;
      this.changedAt = changedAt;
    }
  }

  /** What the shop owes its customers, in points. */
  final class Liability {
    public final long accounts;
    public final long pending;
    public final long available;
    public final long held;
    public final long shortfall;

    public Liability(long accounts, long pending, long available, long held, long shortfall) {
      this.accounts = accounts;
      this.pending = pending;
      this.available = available;
      this.held = held;
      this.shortfall = shortfall;
    }
  }
}
