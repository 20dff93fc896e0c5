package org.postpurchase.loyalty;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.postpurchase.ledger.LedgerSets;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.SweepLots;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.outbox.UnsettledOrder;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.tier.KeepTiers;
import org.postpurchase.tier.StandingStore;
import org.postpurchase.tier.TierChange;
import org.postpurchase.tier.TierListener;
import org.postpurchase.tier.TierPolicy;
import org.postpurchase.tier.TierReader;
import org.postpurchase.tier.Tiers;

/** Puts the use cases of the programme together over one set of stores. */
public final class LoyaltyEngine {
  private final PointsLedger ledger;
  private final LedgerViews views;
  private final RedeemPoints redeem;
  private final AwardForEvent events;
  private final ClaimPoints claims;
  private final JoinProgramme join;
  private final SweepLots sweep;
  private final AwardOnOrderFact handler;
  private final SettleHolds settleHolds;
  private final ShowPoints show;
  private final Standings standing;
  private final Tiers tiers;
  private final KeepTiers keepTiers;
  private final RewardTier rewardTier;
  private final MemberRules rules;

  public LoyaltyEngine(
      LedgerStore store,
      LedgerViews views,
      ProgrammeReader programmes,
      Orders orders,
      Standings standing,
      Transactions transactions,
      Clock clock) {
    this.views = views;
    this.standing = standing;
    tiers = new Tiers(standing.reader, standing.standings, views, transactions);
    KeepTiers.PointsSources tierPoints =
        new KeepTiers.PointsSources(store, views, standing.earnings, o -> Owners.customerId(o) > 0);
    keepTiers =
        new KeepTiers(
            standing.reader, standing.standings, tierPoints, new OnTier(), transactions, clock);
    ledger = new PointsLedger(store, transactions, clock, keepTiers);
    ForgiveShortfalls forgive =
        new ForgiveShortfalls(ledger, views, standing.earnings, clock, orders.zone);
    rewardTier = new RewardTier(ledger, programmes, views, forgive, clock, orders.zone);
    LimitAward limit = new LimitAward(views, standing.earnings, standing.budgets, orders.zone);
    rules = new MemberRules(programmes, tiers, standing.members, limit);
    redeem = new RedeemPoints(ledger, views, programmes, clock);
    events = new AwardForEvent(programmes, rules, ledger, limit, transactions, clock, orders.zone);
    join = new JoinProgramme(programmes, standing.members, events, transactions, clock);
    OrderEarnings earnings =
        new OrderEarnings(
            standing.earnings,
            orders.history,
            rules,
            new KeepOrderPoints(
                standing.earnings,
                ledger,
                views,
                standing.budgets,
                orders.zone,
                persons -> spendChanged(store.sets(), programmes, persons, clock)),
            orders.zone);
    claims =
        new ClaimPoints(
            programmes, standing.members, ledger, earnings, forgive, orders.reader, transactions);
    sweep = new SweepLots(store, ledger, transactions, clock);
    show =
        new ShowPoints(
            programmes, rules, limit, views, orders.reader, orders.history, transactions, clock);
    settleHolds = new SettleHolds(views, ledger, orders.reader, transactions, clock);
    handler =
        new AwardOnOrderFact(
            orders.reader,
            orders.lines,
            programmes,
            earnings,
            new AwardOnOrderFact.Movements(
                new TakeBack(ledger, views, redeem),
                redeem,
                new PlanMaturity(ledger, views),
                forgive,
                orders.zone,
                new UnsettledOrder(clock)));
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

  /**
   * The merchant's tiers, where members stand on them and who else wants to hear of it; and what
   * rules with a budget have given, and who has joined.
   */
  public static final class Standings {
    final TierReader reader;
    final StandingStore standings;
    final TierListener listener;
    final Budgets budgets;
    final Memberships members;
    final EarningStore earnings;

    public Standings(
        TierReader reader,
        StandingStore standings,
        TierListener listener,
        Budgets budgets,
        Memberships members,
        EarningStore earnings) {
      this.members = members;
      this.earnings = earnings;
      this.budgets = budgets;
      this.reader = reader;
      this.standings = standings;
      this.listener = listener;
    }
  }

  /** The shop has segments, for which rules may be; to be called before the first use. */
  public LoyaltyEngine with(SegmentMembership segments) {
    rules.with(segments);
    return this;
  }

  /** Keeps there what fails in the work that waits for time. */
  public LoyaltyEngine keeping(WorkFailures failures) {
    sweep.keeping(failures);
    keepTiers.keeping(failures);
    settleHolds.keeping(failures);
    return this;
  }

  private final class OnTier implements TierListener {
    @Override
    public void changed(TierPolicy policy, TierChange change) {
      rewardTier.changed(policy, change);
      standing.listener.changed(policy, change);
    }

    @Override
    public void unearned(TierPolicy policy, PointsLot entryPoints) {
      rewardTier.unearned(policy, entryPoints);
    }

    @Override
    public void earnedAgain(TierPolicy policy, PointsLot entryPoints) {
      rewardTier.earnedAgain(policy, entryPoints);
    }
  }

  /** Tiers measured in money are looked at again soon. */
  private void spendChanged(
      LedgerSets accounts, ProgrammeReader programmes, Collection<String> persons, Clock clock) {
    TreeSet<String> customers = new TreeSet<>(persons);
    customers.removeIf(person -> Owners.customerId(person) == 0);
    Programme programme = programmes.find().orElse(null);
    if (programme == null || customers.isEmpty()) {
      return;
    }
    Instant now = Instant.ofEpochMilli(clock.millis());
    List<LedgerSets.Owner> found = new ArrayList<>(accounts.find(programme.key, customers));
    found.forEach(owner -> customers.remove(owner.ownerKey));
    if (!customers.isEmpty()) {
      accounts.open(programme.key, customers, now);
      found.addAll(accounts.find(programme.key, customers));
    }
    TreeSet<Long> ids = new TreeSet<>();
    found.forEach(owner -> ids.add(owner.accountId));
    standing.standings.touch(ids, now);
  }

  public Tiers tiers() {
    return tiers;
  }

  /** Keeps standings true. */
  public KeepTiers keepTiers() {
    return keepTiers;
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

  public JoinProgramme join() {
    return join;
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
