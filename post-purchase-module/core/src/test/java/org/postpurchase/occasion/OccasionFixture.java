package org.postpurchase.occasion;

import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.postpurchase.moment.Trigger;
import org.postpurchase.occasion.jdbc.OccasionJdbcModule;
import org.postpurchase.order.BuyerSince;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLine;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.Step;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;

/** A shop in which time passes, with every occasion and no host. */
abstract class OccasionFixture implements ReplenishOccasion.Goods {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final long ADA = 77;

  final Map<Long, Integer> supply = new HashMap<>(Map.of(7L, 30));
  final Set<Long> cancelled = new HashSet<>();
  final Map<Long, Duration> usual = new HashMap<>();
  SeriesWorld world;
  DueOccasions rows;
  PlanOccasions plan;
  ReportOccasions report;
  PersonDays days;

  CoreDatabase database() {
    return Databases.hsqldb();
  }

  @BeforeEach
  void open_the_shop() {
    CoreDatabase database = database();
    rows = OccasionJdbcModule.occasions(database.jdbc, database.inserts);
    LateHistory history = new LateHistory();
    Purchases purchases = new Purchases(history, history, history, database.orderLines());
    List<YearlyOccasion> yearly = YearlyOccasion.all(() -> BERLIN);
    WinBackOccasion winBack =
        new WinBackOccasion(purchases, history, rows, WinBackOccasion.Habit.USUAL);
    ReplenishOccasion refill = new ReplenishOccasion(this);
    Map<String, Occasion> all = new HashMap<>();
    yearly.forEach(occasion -> all.put(occasion.key(), occasion));
    all.put(winBack.key(), winBack);
    all.put(refill.key(), refill);
    KnownMembers members =
        new KnownMembers()
            .with(ADA, "ada@example.com")
            .bringing(all.values().toArray(new Trigger[0]));
    world = new SeriesWorld(database, members).fresh();
    history.orders = world.orders;
    world.templates.with("note", "Note", "Hello");
    world.templates.with("again", "Again", "${moment.product} ${moment.url}");
    plan =
        new PlanOccasions(
            List.of(winBack, refill), yearly.get(2), purchases, rows, world.engine::moments);
    report =
        new ReportOccasions(
            rows,
            key -> Optional.ofNullable(all.get(key)),
            world.engine.moments(),
            WorkFailures.inMemory(world.database.transactions, world.clock),
            world.database.transactions,
            world.clock);
    days = new PersonDays(yearly, rows, world.database.transactions, world.clock);
  }

  Purchases purchases() {
    return new Purchases(world.orders, world.orders, world.orders, world.database.orderLines());
  }

  void activate(long id, String trigger) {
    activate(id, trigger, "note");
  }

  void activate(String trigger, String template) {
    activate(1, trigger, template);
  }

  private void activate(long id, String trigger, String template) {
    Step step =
        new Step.Builder("step")
            .at(1, "Step")
            .delay(Anchor.HAPPENED, 0, 0)
            .sends(Purpose.TRANSACTIONAL, "EMAIL", template)
            .build();
    world.activate(
        id,
        new SeriesDefinition("A series", trigger, ReEntry.EACH_ORDER, 1, Set.of(), List.of(step)));
  }

  void buy(OrderFixture placed) {
    place(placed);
    tell(placed.build().orderId, OrderFact.SUBMITTED);
  }

  /** An order of which nobody has been told yet. */
  void place(OrderFixture placed) {
    world.pass(Duration.ofMinutes(1));
    world.orders.with(placed.submittedAt(world.clock.instant()));
  }

  void tell(long id, OrderFact fact) {
    if (fact == OrderFact.CANCELLED) {
      cancelled.add(id);
    }
    OrderEvent event =
        new OrderEvent(
            OrderEvent.statusKey(id, fact, 1),
            id,
            fact,
            "",
            EventSource.HOST_STATUS,
            world.clock.instant());
    world.database.transactions.run(() -> plan.handle(List.of(event)));
    world.database.transactions.run(() -> plan.handle(List.of(event)));
  }

  void days(int number) {
    for (int day = 0; day < number; day++) {
      world.clock.advance(Duration.ofDays(1));
      report.runDue();
      world.run();
    }
  }

  void until(String moment) {
    Instant target = Instant.parse(moment);
    for (Instant next = next(); !next.isAfter(target); next = next()) {
      world.clock.set(next.isAfter(world.clock.instant()) ? next : world.clock.instant());
      report.runDue();
      world.run();
    }
    world.clock.set(target);
  }

  Instant next() {
    return report.nextDueAt().orElse(Instant.MAX);
  }

  List<String> reasons() {
    return world.database.decisions().list(null, "", 9, 0).stream()
        .map(d -> d.verdict + " " + d.reason)
        .toList();
  }

  static Duration d(int days) {
    return Duration.ofDays(days);
  }

  static OrderFixture of(long id, long product, int quantity) {
    return order(id).line(id * 10, quantity).of(new OrderLine.Goods(product, Set.of(), true));
  }

  @Override
  public Map<Long, Integer> daysOf(Set<Long> productIds) {
    return supply;
  }

  @Override
  public Map<Long, Duration> usualGaps(Set<Long> productIds) {
    Map<Long, Duration> found = new HashMap<>(usual);
    found.keySet().retainAll(productIds);
    return found;
  }

  @Override
  public Set<ReplenishOccasion.Bought> over(Map<ReplenishOccasion.Bought, BuyerSince> buyers) {
    return buyers.keySet().stream()
        .filter(bought -> cancelled.contains(bought.orderId) || isBack(bought))
        .collect(Collectors.toSet());
  }

  private boolean isBack(ReplenishOccasion.Bought bought) {
    return !purchases()
        .kept(Set.of(bought.orderId))
        .getOrDefault(bought.orderId, Map.of())
        .containsKey(bought.productId);
  }

  @Override
  public Map<ReplenishOccasion.Bought, ReplenishOccasion.Shown> show(
      Collection<ReplenishOccasion.Bought> purchases) {
    Map<ReplenishOccasion.Bought, ReplenishOccasion.Shown> shown = new HashMap<>();
    purchases.forEach(
        bought ->
            shown.put(bought, new ReplenishOccasion.Shown("Tea", "https://shop.example/tea")));
    return shown;
  }

  /** The orders of the world, which is made after the triggers. */
  private static final class LateHistory
      implements org.postpurchase.order.OrderHistory,
          org.postpurchase.order.FollowingOrders,
          org.postpurchase.order.OrderReader {
    private org.postpurchase.testkit.KnownOrders orders;

    @Override
    public Optional<org.postpurchase.order.OrderSnapshot> find(long orderId) {
      return orders.find(orderId);
    }

    @Override
    public Optional<Long> idOfNumber(String orderNumber) {
      return orders.idOfNumber(orderNumber);
    }

    @Override
    public OptionalLong after(org.postpurchase.order.OrderSnapshot order) {
      return orders.after(order);
    }

    @Override
    public boolean hasEarlier(org.postpurchase.order.OrderSnapshot order) {
      return orders.hasEarlier(order);
    }

    @Override
    public List<Instant> earlier(org.postpurchase.order.OrderSnapshot order) {
      return orders.earlier(order);
    }

    @Override
    public boolean hasLater(org.postpurchase.order.OrderSnapshot order) {
      return orders.hasLater(order);
    }

    @Override
    public boolean hasOrderedSince(String mailbox, long customerId, Instant since) {
      return orders.hasOrderedSince(mailbox, customerId, since);
    }
  }
}
