package org.postpurchase.loyalty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.outbox.EventHandler;

/**
 * What happens to an order moves points: placed, it earns and its points payment is captured;
 * delivered, its points get the day on which they mature; what comes back takes along what was
 * booked for it and brings back what was paid in points.
 *
 * <p>Handling the same event again moves nothing: each movement has a key of its own. An order that
 * is cancelled and placed again earns again, once, since its second life has keys of its own.
 */
public final class AwardOnOrderFact implements EventHandler {
  private static final Set<OrderFact> FACTS =
      EnumSet.of(
          OrderFact.SUBMITTED,
          OrderFact.DELIVERED,
          OrderFact.LINES_RETURNED,
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

    Movements(
        TakeBack takeBack,
        RedeemPoints redeem,
        PlanMaturity plan,
        ForgiveShortfalls forgive,
        Supplier<ZoneId> zone) {
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

  @Override
  public void handle(List<OrderEvent> events) {
    events.forEach(this::handle);
  }

  private void handle(OrderEvent event) {
    Optional<OrderSnapshot> order = orders.find(event.orderId);
    Optional<Programme> programme = programmes.find();
    if (!programme.isPresent()) {
      return;
    }
    if (event.fact == OrderFact.CANCELLED || !order.isPresent()) {
      if (event.fact == OrderFact.CANCELLED) {
        undo(event, programme.get());
      }
      return;
    }
    List<OrderLineProgress> progress = lines.lock(order.get());
    boolean onRecord = !earnings.lock(event.orderId, EarningOrder.personOf(order.get())).isEmpty();
    boolean begins = event.fact == OrderFact.SUBMITTED || event.fact == OrderFact.EDITED;
    if (begins) {
      onRecord |= placed(event, order.get(), onRecord);
    }
    if (event.fact == OrderFact.REFUNDED) {
      earnings.refunded(event, refund(event));
    }
    ZoneId zone = movements.zone.get();
    Map<Long, Instant> matures = PlanMaturity.moments(order.get(), progress, programme.get(), zone);
    if (onRecord) {
      earnings.look(programme.get(), order.get(), progress, matures, reason(event.fact));
    }
    movements.plan.on(order.get(), matures, programme.get(), zone);
    movements.takeBack.onLines(
        order.get(), progress, onRecord, () -> earnings.paidForLines(event.orderId));
    movements.forgive.settle(
        programme.get(), event.orderId, Collections.singleton(Owners.of(order.get())));
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
    earnings.cancelled(programme, event, life);
    movements.takeBack.all(event.orderId, incarnation(event));
    movements.forgive.settle(programme, event.orderId, earnings.ownersOf(event.orderId));
  }

  /** Returns whether what it earns is on record now. */
  private boolean placed(OrderEvent event, OrderSnapshot order, boolean onRecord) {
    boolean submitted = event.fact == OrderFact.SUBMITTED;
    if (submitted && order.state != OrderState.CANCELLED) {
      movements.redeem.settle(order);
    }
    Optional<Programme> programme = programmes.active().filter(p -> isInTime(p, order));
    boolean counts = programme.isPresent() && (submitted || onRecord);
    if (counts) {
      int life = submitted ? incarnation(event) : earnings.lastLife(order.orderId);
      earnings.placed(programme.get(), order, event, life);
    }
    return counts;
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
