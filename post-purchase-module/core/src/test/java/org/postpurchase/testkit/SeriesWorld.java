package org.postpurchase.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.consent.Consents;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLifecycle;
import org.postpurchase.order.OrderState;
import org.postpurchase.reward.RedeemReward;
import org.postpurchase.series.Enrollment;
import org.postpurchase.series.ExitRule;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.PublishSeries;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.Series;
import org.postpurchase.series.SeriesCatalog;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.SeriesEngine;
import org.postpurchase.series.SeriesStatus;
import org.postpurchase.series.Step;
import org.postpurchase.series.TouchDecision;

/**
 * A whole shop after the sale in one JVM: the real engine, relay and sender on a real database,
 * with the host, its settings and the mail server in memory and a clock that stands still.
 */
public final class SeriesWorld implements SeriesCatalog {
  public static final long OFFER = 500;
  public final CoreDatabase database;
  public final SettableClock clock = new SettableClock();
  public final KnownOrders orders = new KnownOrders();
  public final ShopTemplates templates = new ShopTemplates();
  public final HostOffers offers = new HostOffers();
  public final RecordingMails mails = new RecordingMails();
  public final Consents consents;
  public final RedeemReward redeem;
  public final OrderLifecycle warehouse;
  public final SeriesNode node;
  public final SeriesEngine engine;
  private final Map<Long, Series> series = new HashMap<>();

  public SeriesWorld(CoreDatabase database) {
    this(database, new KnownMembers());
  }

  public SeriesWorld(CoreDatabase database, KnownMembers members) {
    this.database = database;
    node =
        new SeriesNode(
            database,
            clock,
            "this node",
            new SeriesNode.Around<>(orders, this, templates, offers, mails, 3),
            members);
    consents = node.consents;
    redeem = node.redeem;
    engine = node.engine;
    warehouse =
        new OrderLifecycle(
            orders, database.orderLines(), node.outbox, database.transactions, clock);
    templates
        .with("thank-you", "Thanks", "Thank you for ${order.number}")
        .with("how-to", "How to", "#foreach($p in ${products})${p.name} ${p.howTo} #end")
        .with("review-request", "Well?", "Say what you think")
        .with("reward-code", "Yours: ${reward.title}", "Code ${reward.code}")
        .with("reward-reminder", "Still yours", "Code ${reward.code}");
  }

  /** An empty world: nothing happened, nobody agreed to anything. */
  public SeriesWorld fresh() {
    for (String table :
        List.of(
            "PP_BACKFILL_ORDER",
            "PP_BACKFILL",
            "PP_STEP_EXECUTION",
            "PP_MEMBER_MOMENT",
            "PP_DUE_OCCASION",
            "PP_ENROLLMENT",
            "PP_SERIES_VERSION",
            "PP_TEMPLATE_VERSION",
            "PP_CONTACT",
            "PP_REWARD_CODE",
            "PP_CONSENT",
            "PP_CHECKOUT_ANSWER",
            "PP_SUPPRESSION",
            "PP_TOUCH_DECISION",
            "PP_MESSAGE",
            "PP_CHANNEL_BREAKER",
            "PP_OUTBOX",
            "PP_ORDER_LINE")) {
      database.jdbc.update("delete from " + table);
    }
    return this;
  }

  @Override
  public List<Series> running() {
    return series.values().stream()
        .filter(s -> s.status != SeriesStatus.DRAFT)
        .sorted((a, b) -> b.draft.priority - a.draft.priority)
        .collect(Collectors.toList());
  }

  @Override
  public Optional<Series> find(long seriesId) {
    return Optional.ofNullable(series.get(seriesId));
  }

  /** Publishes and switches on, as a merchant's save does. */
  public SeriesDefinition activate(long id, SeriesDefinition definition) {
    int live = find(id).map(s -> s.liveVersion).orElse(0);
    PublishSeries publish =
        new PublishSeries(database.seriesVersions(), templates, database.templateVersions(clock));
    int number = database.transactions.call(() -> publish.publish(id, definition, live));
    series.put(id, new Series(id, SeriesStatus.ACTIVE, clock.instant(), number, definition));
    return definition;
  }

  public void status(long id, SeriesStatus status) {
    Series s = series.get(id);
    series.put(id, new Series(id, status, s.activeSince, s.liveVersion, s.draft));
  }

  /** The merchant removes it. */
  public void delete(long id) {
    series.remove(id);
  }

  /** A series with every exit, entered once in a lifetime with the first order. */
  public static SeriesDefinition series(Step... steps) {
    return series(OrderTriggers.FIRST_ORDER, ReEntry.NEVER, 100, steps);
  }

  public static SeriesDefinition series(
      String trigger, ReEntry reEntry, int priority, Step... steps) {
    Set<ExitRule> exits = EnumSet.allOf(ExitRule.class);
    return new SeriesDefinition("A series", trigger, reEntry, priority, exits, List.of(steps));
  }

  /** Submits the order and lets everything that follows at once happen. */
  public void submit(OrderFixture order, boolean ticked) {
    long id = order.build().orderId;
    consents.answered(id, ticked, "Yes, write to me", "en");
    orders.with(order.submittedAt(clock.instant()));
    happen(id, OrderFact.SUBMITTED);
  }

  public void cancel(OrderFixture order) {
    orders.with(order.state(OrderState.CANCELLED));
    happen(order.build().orderId, OrderFact.CANCELLED);
  }

  public void happen(long orderId, OrderFact fact) {
    OrderEvent event =
        new OrderEvent(
            OrderEvent.statusKey(orderId, fact, 1),
            orderId,
            fact,
            "",
            EventSource.HOST_STATUS,
            clock.instant());
    database.transactions.run(() -> node.outbox.record(event));
    run();
  }

  public void ship(long orderId) {
    warehouse.shipped(orderId, List.of(), "S" + orderId);
    run();
  }

  public void deliver(long orderId) {
    warehouse.delivered(orderId, List.of(), "D" + orderId);
    run();
  }

  public void takeBack(long orderId, LineQuantity... units) {
    warehouse.linesReturned(orderId, List.of(units), "R" + orderId + "-" + units.length);
    run();
  }

  public void unsubscribe(String contact) {
    consents.unsubscribe(contact, ConsentSource.ONE_CLICK, "", "");
  }

  /** Everything that is due at this moment. */
  public void run() {
    node.run();
  }

  /** Time passes with the shop running: every due moment on the way is stopped at. */
  public void pass(Duration time) {
    Instant target = clock.instant().plus(time);
    for (Instant next = next(); next != null && !next.isAfter(target); next = next()) {
      clock.set(next.isAfter(clock.instant()) ? next : clock.instant());
      run();
    }
    clock.set(target);
    run();
  }

  private Instant next() {
    return java.util.stream.Stream.of(
            node.relay.nextDueAt(), engine.dueSteps().nextDueAt(), node.sender.nextDueAt())
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .orElse(null);
  }

  public List<TouchDecision> decisions(long orderId) {
    return database.decisions().ofOrder(orderId);
  }

  /** {@code template VERDICT REASON} of each verdict about the order, oldest first. */
  public List<String> verdicts(long orderId) {
    return decisions(orderId).stream()
        .map(d -> d.touch + " " + d.verdict + " " + d.reason)
        .collect(Collectors.toList());
  }

  public Enrollment onlyEnrollment() {
    List<Enrollment> all = database.enrollments().list(null, "", 2, 0);
    if (all.size() != 1) {
      throw new AssertionError("expected one enrollment but there are " + all.size());
    }
    return all.get(0);
  }
}
