package org.postpurchase.loyalty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.outbox.UnsettledOrder;

/**
 * What happens to an order moves points: placed, it earns and its points payment is captured;
 * delivered, its points get the day on which they mature; what comes back takes along what was
 * booked for it and brings back what was paid in points.
 *
 * <p>Handling the same event again moves nothing: each movement has a key of its own. An order that
 * is cancelled and placed again earns again, once, since its second life has keys of its own.
 */
final class AwardOnOrderFact implements EventHandler {
  private static final Set<OrderFact> FACTS =
      EnumSet.of(
          OrderFact.SUBMITTED,
          OrderFact.DELIVERED,
          OrderFact.LINES_RETURNED,
          OrderFact.WITHDRAWAL_DECLARED,
          OrderFact.WITHDRAWAL_TAKEN_BACK,
          OrderFact.LINES_CANCELLED,
          OrderFact.REFUNDED,
          OrderFact.EDITED,
          OrderFact.CANCELLED);

  private final OrderReader orders;
  private final OrderLineStore lines;
  private final ProgrammeReader programmes;
  private final OrderEarnings earnings;
  private final Movements movements;

  /** What else follows from an order. */
  static final class Movements {
    final TakeBack takeBack;
    final RedeemPoints redeem;
    final PlanMaturity plan;
    final ForgiveShortfalls forgive;
    final Supplier<ZoneId> zone;
    final UnsettledOrder unsettled;

    Movements(
        TakeBack takeBack,
        RedeemPoints redeem,
        PlanMaturity plan,
        ForgiveShortfalls forgive,
        Supplier<ZoneId> zone,
        UnsettledOrder unsettled) {
      this.unsettled = unsettled;
      this.forgive = forgive;
      this.takeBack = takeBack;
      this.redeem = redeem;
      this.plan = plan;
      this.zone = zone;
    }
  }

  AwardOnOrderFact(
      OrderReader orders,
      OrderLineStore lines,
      ProgrammeReader programmes,
      OrderEarnings earnings,
      Movements movements) {
    this.orders = orders;
    this.lines = lines;
    this.programmes = programmes;
    this.earnings = earnings;
    this.movements = movements;
  }

  @Override
  public String name() {
    return "points";
  }

  @Override
  public boolean reactsTo(OrderFact fact) {
    return FACTS.contains(fact);
  }

  /**
   * Handles events as if one by one in their order, in sets as far as that cannot make a
   * difference: a set holds no person twice, and while a rule has a budget there are no sets, since
   * what a budget has left for an order depends on the orders before it. About an order that is a
   * cart again it asks to be called later: what counts is what is submitted in the end.
   */
  @Override
  public void handle(List<OrderEvent> events) {
    Programme programme = programmes.find().orElse(null);
    if (programme == null) {
      return;
    }
    Map<Long, OrderSnapshot> snapshots =
        orders.findAll(events.stream().map(e -> e.orderId).collect(Collectors.toSet()));
    movements.unsettled.refuse(events, snapshots);
    boolean apart = programmes.rules().stream().anyMatch(rule -> rule.limits.budget > 0);
    List<Fact> set = new ArrayList<>();
    Set<String> persons = new HashSet<>();
    for (OrderEvent event : events) {
      OrderSnapshot order = snapshots.get(event.orderId);
      boolean over = event.fact == OrderFact.CANCELLED;
      if (!over && order == null) {
        continue;
      }
      if (over || apart || !persons.add(EarningOrder.personOf(order))) {
        together(programme, set);
        set = new ArrayList<>();
        persons.clear();
      }
      if (over) {
        undo(event, programme);
      } else {
        set.add(new Fact(event, order));
        persons.add(EarningOrder.personOf(order));
      }
    }
    together(programme, set);
  }

  /** An event with its order. */
  private static final class Fact {
    final OrderEvent event;
    final OrderSnapshot order;

    Fact(OrderEvent event, OrderSnapshot order) {
      this.event = event;
      this.order = order;
    }

    boolean isPlacing() {
      return event.fact == OrderFact.SUBMITTED && order.state != OrderState.CANCELLED;
    }
  }

  private void together(Programme programme, List<Fact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    List<OrderSnapshot> snapshots = facts.stream().map(f -> f.order).collect(Collectors.toList());
    Map<Long, List<OrderLineProgress>> progress =
        facts.size() == 1
            ? Collections.singletonMap(snapshots.get(0).orderId, lines.lock(snapshots.get(0)))
            : lines.lockAll(snapshots);
    Map<Long, String> persons = new LinkedHashMap<>();
    snapshots.forEach(order -> persons.put(order.orderId, EarningOrder.personOf(order)));
    EarningRecord record = earnings.lock(persons);
    if (facts.size() > 1 && isAnyTwice(record, persons)) {
      facts.forEach(fact -> together(programme, Collections.singletonList(fact)));
      return;
    }
    settle(facts);
    earnings.placed(programme, record, placed(facts, record));
    ZoneId zone = movements.zone.get();
    Map<Long, Map<Long, Instant>> matures = new HashMap<>();
    List<ChangedOrder> looks = new ArrayList<>();
    for (Fact fact : facts) {
      long id = fact.order.orderId;
      if (fact.event.fact == OrderFact.REFUNDED) {
        earnings.refunded(fact.event, refund(fact.event));
      }
      matures.put(id, PlanMaturity.moments(fact.order, progress.get(id), programme, zone));
      looks.add(
          new ChangedOrder(fact.order, progress.get(id), matures.get(id), reason(fact.event.fact)));
    }
    earnings.look(programme, record, looks);
    for (Fact fact : facts) {
      long id = fact.order.orderId;
      movements.plan.on(fact.order, matures.get(id), programme, zone);
      movements.takeBack.onLines(
          fact.order,
          progress.get(id),
          !record.livesOf(id).isEmpty(),
          () -> record.paidForLines(id));
      movements.forgive.settle(programme, id, Collections.singleton(Owners.of(fact.order)));
    }
  }

  /** Somebody may have claimed an order of another one's mailbox. */
  private static boolean isAnyTwice(EarningRecord record, Map<Long, String> persons) {
    Set<String> seen = new HashSet<>();
    for (Map.Entry<Long, String> each : persons.entrySet()) {
      List<EarningOrder> lives = record.livesOf(each.getKey());
      if (!seen.add(lives.isEmpty() ? each.getValue() : lives.get(0).personKey)) {
        return true;
      }
    }
    return false;
  }

  private void settle(List<Fact> facts) {
    Map<Long, OrderSnapshot> placed = new LinkedHashMap<>();
    facts.stream().filter(Fact::isPlacing).forEach(f -> placed.put(f.order.orderId, f.order));
    movements.redeem.settle(placed);
  }

  /** Those of which it is to be put on record what they earn. */
  private List<PlacedFact> placed(List<Fact> facts, EarningRecord record) {
    List<PlacedFact> placed = new ArrayList<>();
    Programme active = null;
    for (Fact fact : facts) {
      boolean submitted = fact.event.fact == OrderFact.SUBMITTED;
      List<EarningOrder> lives = record.livesOf(fact.order.orderId);
      if (submitted || (fact.event.fact == OrderFact.EDITED && !lives.isEmpty())) {
        active = active == null ? programmes.active().orElse(null) : active;
        if (active != null && isInTime(active, fact.order)) {
          int last = lives.stream().mapToInt(l -> l.life).max().orElse(1);
          int life = submitted ? incarnation(fact.event) : last;
          placed.add(new PlacedFact(fact.order, fact.event, life));
        }
      }
    }
    return placed;
  }

  private static Refund refund(OrderEvent event) {
    return new Refund(
        event.orderId,
        event.detail("currency"),
        Long.parseLong(event.detail("amountMinor")),
        event.occurredAt);
  }

  private static String reason(OrderFact fact) {
    switch (fact) {
      case REFUNDED:
        return "REFUNDED";
      case EDITED:
        return "EDITED";
      default:
        return "RETURNED";
    }
  }

  private void undo(OrderEvent event, Programme programme) {
    movements.redeem.release(event.orderId);
    movements.redeem.restore(event.orderId, 1, 1);
    int life = event.isCounted() ? incarnation(event) : 0;
    List<String> owners = earnings.cancelled(programme, event, life);
    movements.takeBack.all(event.orderId, incarnation(event));
    movements.forgive.settle(programme, event.orderId, owners);
  }

  /** Never pays the past: what was placed before the programme was switched on. */
  private static boolean isInTime(Programme programme, OrderSnapshot order) {
    return programme.activeSince != null
        && order.submittedAt != null
        && !order.submittedAt.isBefore(programme.activeSince);
  }

  /** Which life of the order an event belongs to; told by the end of its key. */
  static int incarnation(OrderEvent event) {
    return event.isCounted() ? lastNumber(event.key) : 1;
  }

  /** The number that a key ends with, as those of {@link #key} do; 1 when it ends with none. */
  static int lastNumber(String key) {
    String last = key.substring(key.lastIndexOf(':') + 1);
    return last.matches("\\d{1,6}") ? Integer.parseInt(last) : 1;
  }
}
