package org.postpurchase.series;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.consent.Consents;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.outbox.UnsettledOrder;
import org.postpurchase.reward.RedeemReward;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.shared.EmailAddress;

/**
 * What happens to orders moves people through series: in this order, answers and codes of the
 * checkout are settled, runs are ended, runs are begun, and steps get their moments. About an order
 * that is a cart again nothing is decided until it is submitted. The number of statements does not
 * depend on how many facts are handled at once, but on how often the same person occurs among them.
 *
 * <p>Handling the same event again changes nothing: every effect has a key of its own.
 */
final class RunSeriesOnOrderFact implements EventHandler {
  private static final Set<OrderFact> FACTS =
      EnumSet.of(
          OrderFact.SUBMITTED,
          OrderFact.SHIPPED,
          OrderFact.DELIVERED,
          OrderFact.LINES_RETURNED,
          OrderFact.LINES_CANCELLED,
          OrderFact.WITHDRAWAL_TAKEN_BACK,
          OrderFact.CANCELLED);

  private static final OrderProgress NOTHING_KNOWN = new OrderProgress(Collections.emptyList());

  private final Facts facts;
  private final EnrollmentStore enrollments;
  private final Consents consents;
  private final RedeemReward rewards;
  private final Supplier<RunBook> books;
  private final Moves moves;

  /** What is known of orders, series and codes. */
  static final class Facts {
    final OrderReader orders;
    final OrderLineStore lines;
    final OrderHistory history;
    final SeriesCatalog catalog;
    final RewardCodeStore codes;
    private SegmentMembership segments = SegmentMembership.NOBODY;

    Facts(
        OrderReader orders,
        OrderLineStore lines,
        OrderHistory history,
        SeriesCatalog catalog,
        RewardCodeStore codes) {
      this.orders = orders;
      this.lines = lines;
      this.history = history;
      this.catalog = catalog;
      this.codes = codes;
    }

    /** The shop has segments. */
    Facts with(SegmentMembership newSegments) {
      segments = newSegments;
      return this;
    }
  }

  /** The ways in which a fact moves people. */
  static final class Moves {
    final LeaveSeries leave;
    final EnterSeries enter;
    final PlanSteps plan;
    final UnsettledOrder unsettled;
    final AwaitMoments await;
    final GoOnAfterWithdrawal goOn;

    Moves(
        LeaveSeries leave,
        EnterSeries enter,
        PlanSteps plan,
        UnsettledOrder unsettled,
        AwaitMoments await,
        GoOnAfterWithdrawal goOn) {
      this.goOn = goOn;
      this.await = await;
      this.unsettled = unsettled;
      this.leave = leave;
      this.enter = enter;
      this.plan = plan;
    }
  }

  RunSeriesOnOrderFact(
      Facts facts,
      EnrollmentStore enrollments,
      Consents consents,
      RedeemReward rewards,
      Supplier<RunBook> books,
      Moves moves) {
    this.facts = facts;
    this.enrollments = enrollments;
    this.consents = consents;
    this.rewards = rewards;
    this.books = books;
    this.moves = moves;
  }

  @Override
  public String name() {
    return "series";
  }

  @Override
  public boolean reactsTo(OrderFact fact) {
    return FACTS.contains(fact) || moves.enter.reactsTo(fact);
  }

  @Override
  public void handle(List<OrderEvent> events) {
    Set<Long> orderIds = events.stream().map(e -> e.orderId).collect(Collectors.toSet());
    Map<Long, OrderSnapshot> orders = facts.orders.findAll(new TreeSet<>(orderIds));
    moves.unsettled.refuse(events, orders);
    Set<String> strangers = alone(events, orders);
    Map<Long, OrderProgress> progress = progress(orders);
    settle(events, orders);
    FactRound.Batch batch =
        new FactRound.Batch(
                books,
                facts.catalog.running(),
                FactRound.together(facts.history, orders.values()),
                facts.codes)
            .with(facts.segments, orders.values());
    for (FactRound round : batch.rounds(events, orders)) {
      Set<String> contacts = contacts(round, orders);
      Set<String> mayHaveRuns = new TreeSet<>(contacts);
      mayHaveRuns.removeAll(strangers);
      round.book.note(enrollments.ofContacts(mayHaveRuns));
      round.book.note(enrollments.ofCustomers(customers(round, orders)));
      move(round, orders, progress);
      strangers.removeAll(contacts);
    }
    moves.goOn.on(events, progress);
  }

  private static Set<String> contacts(FactRound round, Map<Long, OrderSnapshot> orders) {
    Set<String> contacts = new TreeSet<>();
    for (OrderEvent event : round.events) {
      contacts.add(FactRound.contact(orders.get(event.orderId)));
    }
    contacts.remove("");
    return contacts;
  }

  private static Set<Long> customers(FactRound round, Map<Long, OrderSnapshot> orders) {
    Set<Long> customers = new TreeSet<>();
    for (OrderEvent event : round.events) {
      OrderSnapshot order = orders.get(event.orderId);
      customers.add(order == null ? 0 : FactRound.customerId(order));
    }
    return customers;
  }

  private void move(
      FactRound round, Map<Long, OrderSnapshot> orders, Map<Long, OrderProgress> progress) {
    Set<Long> orderIds = round.events.stream().map(e -> e.orderId).collect(Collectors.toSet());
    round.book.note(enrollments.activeOfOrders(new TreeSet<>(orderIds)));
    round.book.lockSteps(touched(round, orders, progress));
    for (OrderEvent event : round.events) {
      Optional<OrderSnapshot> order = Optional.ofNullable(orders.get(event.orderId));
      OrderProgress known = progress.getOrDefault(event.orderId, NOTHING_KNOWN);
      moves.leave.on(event, order, known, round);
      moves.await.on(event, order, known, round);
      moves.enter.on(event, order, known, round);
      order.ifPresent(placed -> moves.plan.on(placed, known, round.book));
    }
    round.book.write(round.events.get(0).occurredAt);
  }

  /** Ids of the runs whose steps the round may change. */
  private Set<Long> touched(
      FactRound round, Map<Long, OrderSnapshot> orders, Map<Long, OrderProgress> progress) {
    Set<Long> runs = new TreeSet<>();
    for (OrderEvent event : round.events) {
      Optional<OrderSnapshot> order = Optional.ofNullable(orders.get(event.orderId));
      OrderProgress known = progress.getOrDefault(event.orderId, NOTHING_KNOWN);
      runs.addAll(moves.leave.leaving(event, order, known, round));
      runs.addAll(moves.await.touched(event, order, known, round));
      round.book.activeOfOrder(event.orderId).forEach(run -> runs.add(run.id));
    }
    return runs;
  }

  /**
   * Keeps other facts about the same people waiting until these are handled.
   *
   * @return mailboxes that were not known before and so have no runs
   */
  private Set<String> alone(List<OrderEvent> events, Map<Long, OrderSnapshot> orders) {
    Map<String, Instant> people = new TreeMap<>();
    for (OrderEvent event : events) {
      OrderSnapshot order = orders.get(event.orderId);
      if (order != null && DecideStep.isUsable(order.email)) {
        people.putIfAbsent(EmailAddress.of(order.email).key(), event.occurredAt);
      }
    }
    return enrollments.lockContacts(people);
  }

  /** As the lines are now: of two facts on two nodes the second sees what the first has done. */
  private Map<Long, OrderProgress> progress(Map<Long, OrderSnapshot> orders) {
    Map<Long, OrderProgress> progress = new HashMap<>();
    facts
        .lines
        .lockAll(orders.values())
        .forEach((id, lines) -> progress.put(id, OrderProgress.of(orders.get(id), lines)));
    return progress;
  }

  private void settle(List<OrderEvent> events, Map<Long, OrderSnapshot> orders) {
    Map<Long, String> buyers = new TreeMap<>();
    Map<Long, String> countries = new TreeMap<>();
    Set<Long> placed = new TreeSet<>();
    Set<Long> cancelled = new TreeSet<>();
    for (OrderEvent event : events) {
      OrderSnapshot order = orders.get(event.orderId);
      if (order != null && order.state == OrderState.CANCELLED) {
        cancelled.add(order.orderId);
      } else if (order != null && event.fact == OrderFact.SUBMITTED) {
        placed.add(order.orderId);
        if (DecideStep.isUsable(order.email)) {
          buyers.put(order.orderId, EmailAddress.of(order.email).key());
          countries.put(order.orderId, order.countryCode);
        }
      }
    }
    rewards.settleAll(placed);
    consents.placed(buyers, countries);
    rewards.giveBackAll(cancelled);
  }
}
