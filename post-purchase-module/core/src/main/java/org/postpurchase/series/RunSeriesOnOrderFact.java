package org.postpurchase.series;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.postpurchase.consent.Consents;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.reward.RedeemReward;
import org.postpurchase.shared.EmailAddress;

/**
 * What happens to an order moves people through series: in this order, answers and codes of the
 * checkout are settled, runs are ended, runs are begun, and steps get their moments. About an order
 * that is a cart again nothing is decided until it is submitted.
 *
 * <p>Handling the same event again changes nothing: every effect has a key of its own.
 */
public final class RunSeriesOnOrderFact implements EventHandler {
  private static final Set<OrderFact> FACTS =
      EnumSet.of(
          OrderFact.SUBMITTED,
          OrderFact.SHIPPED,
          OrderFact.DELIVERED,
          OrderFact.LINES_RETURNED,
          OrderFact.LINES_CANCELLED,
          OrderFact.CANCELLED);

  private static final Supplier<OrderProgress> NOTHING_KNOWN =
      () -> new OrderProgress(Collections.emptyList());

  private final OrderReader orders;
  private final OrderLineStore lines;
  private final EnrollmentStore enrollments;
  private final Consents consents;
  private final RedeemReward rewards;
  private final Moves moves;

  /** The three ways in which a fact moves people. */
  static final class Moves {
    final LeaveSeries leave;
    final EnterSeries enter;
    final PlanSteps plan;
    final UnsettledOrder unsettled;

    Moves(LeaveSeries leave, EnterSeries enter, PlanSteps plan, UnsettledOrder unsettled) {
      this.unsettled = unsettled;
      this.leave = leave;
      this.enter = enter;
      this.plan = plan;
    }
  }

  RunSeriesOnOrderFact(
      OrderReader orders,
      OrderLineStore lines,
      EnrollmentStore enrollments,
      Consents consents,
      RedeemReward rewards,
      Moves moves) {
    this.orders = orders;
    this.lines = lines;
    this.enrollments = enrollments;
    this.consents = consents;
    this.rewards = rewards;
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
  public void handle(OrderEvent event) {
    Optional<OrderSnapshot> order = orders.find(event.orderId);
    order.ifPresent(known -> moves.unsettled.refuse(event, known));
    OrderProgress progress = order.map(known -> alone(known, event)).orElseGet(NOTHING_KNOWN);
    order.ifPresent(known -> settle(event, known));
    moves.leave.on(event, order, progress);
    moves.enter.on(event, order, progress);
    order.ifPresent(known -> moves.plan.on(known, progress));
  }

  /**
   * Keeps other facts about the same person waiting until this one is handled, and reads the lines
   * as they are then: of two facts on two nodes the second sees what the first has done.
   */
  private OrderProgress alone(OrderSnapshot order, OrderEvent event) {
    if (DecideStep.isUsable(order.email)) {
      enrollments.lockContact(EmailAddress.of(order.email).key(), event.occurredAt);
    }
    return OrderProgress.of(order, lines.lock(order));
  }

  private void settle(OrderEvent event, OrderSnapshot order) {
    if (event.fact == OrderFact.SUBMITTED && order.state != OrderState.CANCELLED) {
      rewards.settle(order.orderId);
      if (DecideStep.isUsable(order.email)) {
        consents.placed(order.orderId, EmailAddress.of(order.email).key());
      }
    } else if (order.state == OrderState.CANCELLED) {
      rewards.giveBack(order.orderId);
    }
  }
}
