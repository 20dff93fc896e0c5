package org.postpurchase.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.referral.ReferralEvent.Gate;

/**
 * What happens to a friend's order moves the referral: placed, it is judged; delivered, it gets its
 * day; what comes back shrinks or reverses the reward.
 *
 * <p>Handling the same event again changes nothing: a referral that was judged is not judged again,
 * and rewards follow from what the order is by then, not from how often it was told.
 */
public final class JudgeReferralOnOrderFact implements EventHandler {
  private static final Set<OrderFact> FACTS =
      EnumSet.of(
          OrderFact.SUBMITTED,
          OrderFact.DELIVERED,
          OrderFact.LINES_RETURNED,
          OrderFact.WITHDRAWAL_DECLARED,
          OrderFact.WITHDRAWAL_TAKEN_BACK,
          OrderFact.LINES_CANCELLED,
          OrderFact.REFUNDED,
          OrderFact.CANCELLED);

  private final ReferralProgrammes programmes;
  private final ReferralStore store;
  private final PersonKeyStore people;
  private final ReferralEngine.Orders orders;
  private final MoveReferral move;
  private final LookAtFriend look;
  private Clock clock;

  JudgeReferralOnOrderFact(
      ReferralProgrammes programmes,
      ReferralEngine.Stores stores,
      ReferralEngine.Orders orders,
      MoveReferral move,
      LookAtFriend look) {
    this.programmes = programmes;
    this.store = stores.referrals;
    this.people = stores.people;
    this.orders = orders;
    this.move = move;
    this.look = look;
  }

  JudgeReferralOnOrderFact at(Clock newClock) {
    clock = newClock;
    return this;
  }

  @Override
  public String name() {
    return "referral";
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
    if (!programmes.find().isPresent()) {
      return; // never switched on: nothing is kept of anybody
    }
    if (event.fact == OrderFact.SUBMITTED) {
      placed(event);
      return;
    }
    if (event.fact == OrderFact.CANCELLED) {
      people.forgetMailbox(event.orderId);
    }
    Referral referral = store.lockOfOrder(event.orderId).orElse(null);
    if (referral == null) {
      return;
    }
    if (event.fact == OrderFact.CANCELLED) {
      cancelled(referral, event);
      return;
    }
    Optional<OrderSnapshot> order = orders.orders.find(event.orderId);
    if (event.fact == OrderFact.REFUNDED) {
      noteRefund(referral, event);
    }
    order.ifPresent(found -> follow(referral, found, event));
  }

  private void placed(OrderEvent event) {
    List<PersonKey> keys =
        orders
            .buyers
            .find(event.orderId)
            .map(look::remember)
            .orElse(Collections.<PersonKey>emptyList());
    Referral referral = store.lockOfOrder(event.orderId).orElse(null);
    OrderSnapshot order = orders.orders.find(event.orderId).orElse(null);
    boolean fresh = referral != null && referral.state == ReferralState.CLAIMED;
    if (!fresh || order == null || order.state == OrderState.CANCELLED) {
      return;
    }
    ReferralProgramme programme = move.programme(referral).orElse(null);
    if (programme == null) {
      return;
    }
    Instant now = clock.instant();
    List<Signal> signals = look.signals(referral, move.advocate(referral), keys, now);
    move.judge(referral, programme, order, signals, now);
    Referral judged = store.lockOfOrder(event.orderId).orElse(referral);
    follow(judged, order, event);
  }

  private void cancelled(Referral referral, OrderEvent event) {
    boolean earlier =
        orders
            .orders
            .find(event.orderId)
            .filter(order -> order.state != OrderState.CANCELLED)
            .isPresent();
    if (earlier || referral.state == ReferralState.REVERSED) {
      return; // placed again since
    }
    move.reverse(referral, ReferralReason.CANCELLED, clock.instant());
  }

  /** What has to be true of an order as it is now, whatever was told in which order. */
  private void follow(Referral referral, OrderSnapshot order, OrderEvent event) {
    List<OrderLineProgress> lines = orders.lines.lock(order);
    Share kept = Share.ofLines(order, lines);
    Share paid = Share.ofMoney(refunded(referral), order.totals.total.amountMinor());
    boolean byMoney = !paid.isAll() && paid.orLess(kept) == paid;
    ReferralReason why =
        byMoney
            ? ReferralReason.REFUNDED
            : kept.isNothing() ? ReferralReason.ALL_BACK : ReferralReason.PART_BACK;
    move.keep(referral, kept.orLess(paid), why, clock.instant());
    Referral now = store.lockOfOrder(event.orderId).orElse(referral);
    ReferralProgramme programme = move.programme(now).orElse(null);
    if (programme != null && now.isOpen()) {
      OrderProgress progress = OrderProgress.of(order, lines);
      Instant held = progress.heldUntil().orElse(Instant.MIN);
      progress
          .deliveredAt()
          .map(at -> programme.dueAfterDelivery(at, orders.zone.get()))
          .ifPresent(due -> move.schedule(now, due.isAfter(held) ? due : held));
    }
  }

  /** Each refund once, by the key of its event. */
  private void noteRefund(Referral referral, OrderEvent event) {
    Referral same =
        referral.with().is(referral.state, ReferralReason.REFUNDED, event.occurredAt).build();
    store.addEvent(
        event.key,
        new ReferralEvent(
            referral, same, Gate.ORDER, "amountMinor=" + event.detail("amountMinor")));
  }

  private long refunded(Referral referral) {
    return store.events(referral.id).stream()
        .filter(event -> event.detail.startsWith("amountMinor="))
        .mapToLong(event -> Long.parseLong(event.detail.substring("amountMinor=".length())))
        .sum();
  }
}
