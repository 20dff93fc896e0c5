package org.postpurchase.loyalty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.postpurchase.ledger.EarnRequest;
import org.postpurchase.ledger.LotCause;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderHistory;
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
          OrderFact.CANCELLED);

  private final OrderReader orders;
  private final OrderHistory history;
  private final OrderLineStore lines;
  private final ProgrammeReader programmes;
  private final MemberRules memberRules;
  private final PointsLedger ledger;
  private final Movements movements;

  /** What follows from an order once its points are booked. */
  static final class Movements {
    final TakeBack takeBack;
    final RedeemPoints redeem;
    final PlanMaturity plan;
    final LimitAward limit;
    final Supplier<ZoneId> zone;

    Movements(
        TakeBack takeBack,
        RedeemPoints redeem,
        PlanMaturity plan,
        LimitAward limit,
        Supplier<ZoneId> zone) {
      this.takeBack = takeBack;
      this.redeem = redeem;
      this.plan = plan;
      this.limit = limit;
      this.zone = zone;
    }
  }

  AwardOnOrderFact(
      OrderReader orders,
      OrderHistory history,
      OrderLineStore lines,
      ProgrammeReader programmes,
      MemberRules memberRules,
      PointsLedger ledger,
      Movements movements) {
    this.orders = orders;
    this.history = history;
    this.lines = lines;
    this.programmes = programmes;
    this.memberRules = memberRules;
    this.ledger = ledger;
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
  public void handle(OrderEvent event) {
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
    if (event.fact == OrderFact.SUBMITTED) {
      placed(event, order.get());
    }
    movements.plan.on(order.get(), progress, programme.get(), movements.zone.get());
    movements.takeBack.onLines(order.get(), progress, programme.get());
  }

  private void undo(OrderEvent event, Programme programme) {
    movements.redeem.release(event.orderId);
    movements.redeem.restore(event.orderId, 1, 1);
    movements.takeBack.all(event.orderId, incarnation(event), programme);
  }

  private void placed(OrderEvent event, OrderSnapshot order) {
    if (order.state == OrderState.CANCELLED) {
      return; // its own event undoes it
    }
    movements.redeem.settle(order);
    programmes
        .active()
        .filter(programme -> isInTime(programme, order))
        .ifPresent(programme -> earn(programme, order, incarnation(event)));
  }

  /** Never pays the past: what was placed before the programme was switched on. */
  private static boolean isInTime(Programme programme, OrderSnapshot order) {
    return programme.activeSince != null
        && order.submittedAt != null
        && !order.submittedAt.isBefore(programme.activeSince);
  }

  private void earn(Programme programme, OrderSnapshot order, int incarnation) {
    String owner = Owners.of(order);
    ledger.lock(ledger.open(programme.key, owner));
    Instant matures = programme.timing.maturityAfterOrder(order.submittedAt, movements.zone.get());
    Instant expires = programme.timing.expiryOf(matures, movements.zone.get());
    List<EarningRule> rules = memberRules.of(programme, owner, order.submittedAt);
    List<Award> awards =
        ComputeAwards.of(
            order, rules, programme.stacking, !history.hasEarlier(order), order.submittedAt);
    List<Award> limited =
        movements.limit.take(
            programme,
            owner,
            awards,
            rules,
            order.submittedAt,
            award -> ledger.isPosted(programme.key, key(order.orderId, award, incarnation)));
    for (Award award : limited) {
      LotCause cause =
          LotCause.of(award.kind)
              .forLine(order.orderId, award.lineId)
              .byRule(award.ruleKey, award.ruleVersion, programme.termsVersion)
              .from(award.baseMinor, award.currency, award.residue);
      ledger.earn(
          new EarnRequest(
              programme.key,
              owner,
              key(order.orderId, award, incarnation),
              award.points,
              cause,
              matures,
              expires,
              false));
    }
  }

  /** Never the rule: an edited, replaced or re-imported rule pays nothing twice. */
  static String key(long orderId, Award award, int incarnation) {
    String what = award.lineId == 0 ? "order:" + orderId : "line:" + award.lineId;
    return "earn:" + what + ":" + award.kind + ":" + incarnation;
  }

  /** Which life of the order an event belongs to; told by the end of its key. */
  static int incarnation(OrderEvent event) {
    boolean counted = event.key.startsWith("order:" + event.orderId + ":" + event.fact + ":");
    return counted ? lastNumber(event.key) : 1;
  }

  /** The number that a key ends with, as those of {@link #key} do; 1 when it ends with none. */
  static int lastNumber(String key) {
    String last = key.substring(key.lastIndexOf(':') + 1);
    return last.matches("\\d{1,6}") ? Integer.parseInt(last) : 1;
  }
}
