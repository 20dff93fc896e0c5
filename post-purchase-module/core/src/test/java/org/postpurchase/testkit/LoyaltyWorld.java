package org.postpurchase.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.ledger.jdbc.LedgerJdbcModule;
import org.postpurchase.loyalty.EarningRule;
import org.postpurchase.loyalty.EarningRuleType;
import org.postpurchase.loyalty.EarningRuleTypes;
import org.postpurchase.loyalty.Joining;
import org.postpurchase.loyalty.LoyaltyEngine;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.loyalty.Rates;
import org.postpurchase.loyalty.RuleSettings;
import org.postpurchase.loyalty.StackingPolicy;
import org.postpurchase.loyalty.jdbc.LoyaltyJdbcModule;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLifecycle;
import org.postpurchase.order.OrderState;
import org.postpurchase.outbox.Outbox;
import org.postpurchase.outbox.OutboxRelay;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.shared.DueWork;
import org.postpurchase.tier.Tier;
import org.postpurchase.tier.TierChange;
import org.postpurchase.tier.TierPolicy;
import org.postpurchase.tier.jdbc.TierJdbcModule;

/**
 * A shop with a loyalty programme in one JVM: the real engine, relay and ledger on a real database,
 * with the host and its settings in memory and a clock that stands still.
 */
public final class LoyaltyWorld implements ProgrammeReader {
  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  public final CoreDatabase database;
  public final SettableClock clock = new SettableClock();
  public final KnownOrders orders = new KnownOrders();
  public final List<EarningRule> rules = new ArrayList<>();
  public final List<Tier> tiers = new ArrayList<>();
  public final List<TierChange> changes = new ArrayList<>();
  public TierPolicy.Basis basis = TierPolicy.Basis.POINTS;
  public TierPolicy.Window window = TierPolicy.Window.ROLLING_YEAR;
  public int tierGraceDays = 30;
  public final LoyaltyEngine engine;
  public final LedgerViews views;
  public final OrderLifecycle warehouse;
  public boolean active = true;
  public Instant activeSince = SettableClock.START.minus(Duration.ofDays(100));
  public int sharePercent = 50;
  public long minimum = 500;
  public long block = 100;
  public String rates = "EUR=100, JPY=1, KWD=300";
  public int returnWindowDays = 14;
  public ShortfallPolicy shortfall = ShortfallPolicy.CARRY;
  public Joining joining = Joining.AUTOMATIC;
  public StackingPolicy stacking = StackingPolicy.BEST_OF;
  private final Outbox outbox;
  private final OutboxRelay relay;

  public LoyaltyWorld(CoreDatabase database) {
    this(database, true);
  }

  /**
   * @param fresh false for one more node of a shop that is there
   */
  public LoyaltyWorld(CoreDatabase database, boolean fresh) {
    this.database = database;
    views = LedgerJdbcModule.views(database.jdbc);
    engine =
        new LoyaltyEngine(
            database.ledger(),
            views,
            this,
            new LoyaltyEngine.Orders(orders, orders, database.orderLines(), () -> ZONE),
            new LoyaltyEngine.Standings(
                this::policy,
                TierJdbcModule.standings(database.jdbc, database.inserts),
                (policy, change) -> changes.add(change),
                LoyaltyJdbcModule.budgets(database.jdbc, database.inserts),
                LoyaltyJdbcModule.memberships(database.jdbc, database.inserts),
                LoyaltyJdbcModule.earnings(database.jdbc, database.inserts)),
            database.transactions,
            clock);
    outbox = new Outbox(database.outbox(), clock);
    warehouse =
        new OrderLifecycle(orders, database.orderLines(), outbox, database.transactions, clock);
    relay =
        new OutboxRelay(
            database.outbox(),
            new OutboxRelay.Reactions(
                List.of(engine.handler()),
                events ->
                    events.forEach(
                        event ->
                            orders
                                .find(event.orderId)
                                .ifPresent(o -> database.orderLines().ensure(o, clock.instant())))),
            new AttemptPolicy(8, Duration.ofSeconds(2), Duration.ofMinutes(10), new Random(1)),
            database.transactions,
            clock,
            "this node");
    if (fresh) {
      empty();
    }
  }

  private void empty() {
    for (String table :
        List.of(
            "PP_EARNING_AWARD",
            "PP_EARNING_ORDER",
            "PP_EARNING_PERSON",
            "PP_ORDER_REFUND",
            "PP_LOYALTY_MEMBER",
            "PP_RULE_BUDGET",
            "PP_TIER_CHANGE",
            "PP_TIER_STANDING",
            "PP_POINTS_HOLD_LOT",
            "PP_POINTS_HOLD",
            "PP_POINTS_ENTRY",
            "PP_POINTS_POSTING",
            "PP_POINTS_LOT",
            "PP_POINTS_ACCOUNT",
            "PP_ORDER_LINE",
            "PP_OUTBOX")) {
      database.jdbc.update("delete from " + table);
    }
  }

  public static EarningRule spend(String rates) {
    return rule(1, EarningRuleTypes.SPEND, rates, 0, 0, EarningRule.Limits.NONE);
  }

  public static EarningRule rule(
      int id,
      EarningRuleType type,
      String rates,
      long points,
      int percent,
      EarningRule.Limits limits) {
    return EarningRule.of(
            type,
            RuleSettings.of("rates", rates)
                .and("points", String.valueOf(points))
                .and("percent", String.valueOf(percent))
                .and("eventCode", type == EarningRuleTypes.EVENT ? "BIRTHDAY" : ""))
        .key("rule:" + id, 1)
        .named(type.key() + " " + id)
        .limits(limits)
        .build();
  }

  public static Tier tier(String key, long threshold, int earnPercent, long entryPoints) {
    return new Tier(
        key,
        key,
        threshold,
        new Tier.Benefits(earnPercent, entryPoints, Set.of(), ""),
        SettableClock.START.minus(Duration.ofDays(100)));
  }

  public Optional<TierPolicy> policy() {
    return tiers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TierPolicy(
                "main", basis, Currency.getInstance("EUR"), window, tierGraceDays, ZONE, tiers));
  }

  @Override
  public Optional<Programme> active() {
    return active ? find() : Optional.empty();
  }

  @Override
  public Optional<Programme> find() {
    return Optional.of(
        new Programme(
            "main",
            "Tea Club",
            "leaves",
            1,
            activeSince,
            new Programme.Spending(Rates.of(rates), minimum, block, sharePercent),
            new Programme.Timing(returnWindowDays, 30, 365, 30),
            shortfall,
            stacking,
            joining));
  }

  @Override
  public List<EarningRule> rules() {
    return new ArrayList<>(rules);
  }

  /** The buyer places it, and everything that follows from that is done. */
  public void placed(OrderFixture order) {
    placed(order, 1);
  }

  public void placed(OrderFixture order, int incarnation) {
    orders.with(order.state(OrderState.SUBMITTED).submittedAt(clock.instant()));
    happened(order.build().orderId, OrderFact.SUBMITTED, incarnation);
  }

  public void cancelled(OrderFixture order, int incarnation) {
    orders.with(order.state(OrderState.CANCELLED));
    happened(order.build().orderId, OrderFact.CANCELLED, incarnation);
  }

  public void happened(long order, OrderFact fact, int incarnation) {
    database.transactions.run(
        () ->
            outbox.record(
                new OrderEvent(
                    OrderEvent.statusKey(order, fact, incarnation),
                    order,
                    fact,
                    "",
                    EventSource.HOST_STATUS,
                    clock.instant())));
    run();
  }

  public void delivered(long order) {
    warehouse.delivered(order, List.of(), "arrived-" + order);
    run();
  }

  public void returned(long order, long line, int quantity, String reference) {
    warehouse.linesReturned(order, List.of(LineQuantity.of(line, quantity)), reference);
    run();
  }

  public void pass(Duration time) {
    clock.advance(time);
    run();
  }

  public void run() {
    for (DueWork work : List.of(relay, engine.sweep(), engine.settleHolds(), engine.keepTiers())) {
      work.runDue();
    }
    List<String> blocked =
        database.jdbc.queryForList(
            "select REASON from PP_OUTBOX where HANDLER = 'points' and STATE <> 'DONE'"
                + " and REASON is not null",
            String.class);
    if (!blocked.isEmpty()) {
      throw new AssertionError("handler failed: " + blocked);
    }
  }

  public PointsBalance balance(long customer) {
    return views.balance("main", Owners.ofCustomer(customer), clock.instant());
  }

  public List<PointsLot> lots(long order) {
    return views.lotsOfOrder(order);
  }
}
