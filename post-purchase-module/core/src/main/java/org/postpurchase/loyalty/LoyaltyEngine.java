package org.postpurchase.loyalty;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.SweepLots;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.shared.Transactions;

/** Puts the use cases of the programme together over one set of stores. */
public final class LoyaltyEngine {
  private final PointsLedger ledger;
  private final LedgerViews views;
  private final RedeemPoints redeem;
  private final AwardForEvent events;
  private final ClaimPoints claims;
  private final SweepLots sweep;
  private final AwardOnOrderFact handler;
  private final SettleHolds settleHolds;
  private final ShowPoints show;

  public LoyaltyEngine(
      LedgerStore store,
      LedgerViews views,
      ProgrammeReader programmes,
      Orders orders,
      Transactions transactions,
      Clock clock) {
    this.views = views;
    ledger = new PointsLedger(store, transactions, clock);
    redeem = new RedeemPoints(ledger, views, programmes, clock);
    LimitAward limit = new LimitAward(ledger, views, orders.zone);
    events = new AwardForEvent(programmes, ledger, limit, transactions, clock, orders.zone);
    claims = new ClaimPoints(programmes, ledger, transactions);
    sweep = new SweepLots(store, ledger, transactions, clock);
    show = new ShowPoints(programmes, views, orders.reader, orders.history, transactions, clock);
    settleHolds = new SettleHolds(views, ledger, orders.reader, transactions, clock);
    handler =
        new AwardOnOrderFact(
            orders.reader,
            orders.history,
            orders.lines,
            programmes,
            ledger,
            new AwardOnOrderFact.Movements(
                new TakeBack(ledger, views, redeem),
                redeem,
                new PlanMaturity(ledger, views),
                limit,
                orders.zone));
  }

  /** Where orders come from, and the zone that days are counted in. */
  public static final class Orders {
    final OrderReader reader;
    final OrderHistory history;
    final OrderLineStore lines;
    final Supplier<ZoneId> zone;

    public Orders(
        OrderReader reader, OrderHistory history, OrderLineStore lines, Supplier<ZoneId> zone) {
      this.reader = reader;
      this.history = history;
      this.lines = lines;
      this.zone = zone;
    }
  }

  public PointsLedger ledger() {
    return ledger;
  }

  public LedgerViews views() {
    return views;
  }

  public RedeemPoints redeem() {
    return redeem;
  }

  public AwardForEvent events() {
    return events;
  }

  public ClaimPoints claims() {
    return claims;
  }

  /** Matures and expires. */
  public SweepLots sweep() {
    return sweep;
  }

  public SettleHolds settleHolds() {
    return settleHolds;
  }

  public ShowPoints show() {
    return show;
  }

  /** Reacts to order facts. */
  public AwardOnOrderFact handler() {
    return handler;
  }
}
