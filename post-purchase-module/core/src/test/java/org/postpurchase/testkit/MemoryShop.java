package org.postpurchase.testkit;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.loyalty.Budgets;
import org.postpurchase.loyalty.EarningRule;
import org.postpurchase.loyalty.LoyaltyEngine;
import org.postpurchase.loyalty.Membership;
import org.postpurchase.loyalty.Memberships;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.loyalty.Rates;
import org.postpurchase.loyalty.StackingPolicy;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.Transactions;
import org.postpurchase.tier.StandingStore;
import org.postpurchase.tier.TierReader;

/** The real engine of the programme over rows in memory, for very many short histories. */
public final class MemoryShop implements ProgrammeReader {
  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Transactions HERE =
      new Transactions() {
        @Override
        public <T> T call(Supplier<T> work) {
          return work.get();
        }
      };

  public final SettableClock clock = new SettableClock();
  public final Lines lines = new Lines();
  public final LedgerViews views;
  public final LoyaltyEngine engine;
  private final List<EarningRule> rules;
  private final ShortfallPolicy shortfall;

  public MemoryShop(
      OrderReader orders,
      OrderHistory history,
      List<EarningRule> rules,
      ShortfallPolicy shortfall) {
    this.rules = rules;
    this.shortfall = shortfall;
    MemoryLedger ledger = new MemoryLedger();
    views = ledger.views();
    engine =
        new LoyaltyEngine(
            ledger,
            views,
            this,
            new LoyaltyEngine.Orders(orders, history, lines, () -> ZONE),
            new LoyaltyEngine.Standings(
                TierReader.NONE,
                nobody(),
                (policy, change) -> {},
                new NoBudgets(),
                new Everybody(),
                new MemoryEarnings()),
            HERE,
            clock);
  }

  private static StandingStore nobody() {
    return (StandingStore)
        Proxy.newProxyInstance(
            MemoryShop.class.getClassLoader(),
            new Class<?>[] {StandingStore.class},
            (proxy, method, args) -> {
              if (method.getReturnType() != void.class) {
                throw new UnsupportedOperationException(method.getName());
              }
              return null;
            });
  }

  @Override
  public Optional<Programme> active() {
    return find();
  }

  @Override
  public Optional<Programme> find() {
    return Optional.of(
        new Programme(
            "main",
            "Tea Club",
            "leaves",
            1,
            Instant.EPOCH,
            new Programme.Spending(Rates.of("EUR=100"), 1, 1, 100),
            new Programme.Timing(14, 30, 730, 30),
            shortfall,
            StackingPolicy.BEST_OF));
  }

  @Override
  public List<EarningRule> rules() {
    return new ArrayList<>(rules);
  }

  /** Lets so much time pass and has matured what is due. */
  public void pass(Duration time) {
    clock.advance(time);
    engine.sweep().runDue();
  }

  /** How many units of each line were reported. */
  public static final class Lines implements OrderLineStore {
    private final Map<Long, Map<Long, OrderLineProgress>> orders = new HashMap<>();
    private final Map<Long, Map<String, Money>> refunds = new HashMap<>();

    @Override
    public void ensure(OrderSnapshot order, Instant now) {
      Map<Long, OrderLineProgress> known =
          orders.computeIfAbsent(order.orderId, id -> new TreeMap<>());
      order.lines.forEach(
          l ->
              known.putIfAbsent(l.lineId, new OrderLineProgress(l.lineId, l.quantity, 0, 0, 0, 0)));
    }

    @Override
    public List<OrderLineProgress> lock(OrderSnapshot order) {
      return read(order.orderId);
    }

    @Override
    public List<OrderLineProgress> read(long orderId) {
      return new ArrayList<>(orders.getOrDefault(orderId, new TreeMap<>()).values());
    }

    @Override
    public void addRefund(String eventKey, long orderId, Money amount, Instant at) {
      refunds.computeIfAbsent(orderId, id -> new HashMap<>()).putIfAbsent(eventKey, amount);
    }

    @Override
    public Map<Long, List<Money>> refunds(Collection<Long> orderIds) {
      Map<Long, List<Money>> found = new HashMap<>();
      orderIds.stream()
          .filter(refunds::containsKey)
          .forEach(id -> found.put(id, new ArrayList<>(refunds.get(id).values())));
      return found;
    }

    @Override
    public void add(OrderFact fact, LineQuantity units, Instant at) {
      orders
          .values()
          .forEach(all -> all.computeIfPresent(units.lineId, (id, p) -> added(p, fact, units, at)));
    }

    private static OrderLineProgress added(
        OrderLineProgress p, OrderFact fact, LineQuantity units, Instant at) {
      int delivered = fact == OrderFact.DELIVERED ? units.quantity : 0;
      if (fact == OrderFact.WITHDRAWAL_DECLARED) {
        return p.withdrawn(p.withdrawn + units.quantity, at);
      }
      return new OrderLineProgress(
          p.lineId,
          p.ordered,
          p.shipped + (fact == OrderFact.SHIPPED ? units.quantity : 0),
          p.delivered + delivered,
          p.returned + (fact == OrderFact.LINES_RETURNED ? units.quantity : 0),
          p.cancelled + (fact == OrderFact.LINES_CANCELLED ? units.quantity : 0),
          fact == OrderFact.SHIPPED ? at : p.shippedAt,
          delivered > 0 ? at : p.deliveredAt);
    }
  }

  private static final class NoBudgets implements Budgets {
    @Override
    public long take(String ruleKey, long wanted, long budget) {
      return wanted;
    }

    @Override
    public void giveBack(String ruleKey, long points) {}

    @Override
    public long issued(String ruleKey) {
      return 0;
    }
  }

  private static final class Everybody implements Memberships {
    @Override
    public Optional<Membership> find(String programme, String ownerKey) {
      return Optional.empty();
    }

    @Override
    public boolean add(Membership membership) {
      throw new UnsupportedOperationException("everybody is a member");
    }
  }
}
