package org.postpurchase.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.outbox.EventHandler;

/**
 * What happens to a friend's order moves the referral: placed, it is judged; delivered, it gets its
 * day; what comes back shrinks or reverses the reward.
 *
 * <p>Handling the same event again changes nothing: a referral that was judged is not judged again,
 * and rewards follow from what the order is by then, not from how often it was told.
 *
 * <p>Orders that are no friend's cost a batch a fixed number of statements; each friend's order
 * adds its own, since it is judged one after the other under its advocate's caps.
 */
final class JudgeReferralOnOrderFact implements EventHandler {
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
  private final FollowOrder follow;
  private final Clock clock;

  JudgeReferralOnOrderFact(
      ReferralProgrammes programmes,
      ReferralEngine.Stores stores,
      ReferralEngine.Orders orders,
      ReferralEngine.Judges judges,
      Clock clock) {
    this.programmes = programmes;
    this.store = stores.referrals;
    this.people = stores.people;
    this.orders = orders;
    this.move = judges.move;
    this.look = judges.look;
    this.follow = judges.follow;
    this.clock = clock;
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
    if (!programmes.find().isPresent()) {
      return; // never switched on: nothing is kept of anybody
    }
    Map<Long, List<PersonKey>> keys = remember(events);
    Set<Long> ids = events.stream().map(e -> e.orderId).collect(Collectors.toSet());
    Map<Long, Referral> friends = store.lockOfOrders(ids);
    if (friends.isEmpty()) {
      return; // most orders are nobody's friend's
    }
    move.lockAdvocates(friends.values());
    Facts facts = new Facts(orders, friends.keySet(), keys);
    for (OrderEvent event : events) {
      Referral found = friends.get(event.orderId);
      if (found != null) {
        store
            .find(found.id)
            .filter(referral -> referral.orderId == event.orderId)
            .ifPresent(referral -> handle(referral, event, facts));
      }
    }
  }

  /**
   * By what the buyers of all these orders are known from now on, in a number of statements that
   * does not depend on how many they are; who cancelled last has bought nothing.
   */
  private Map<Long, List<PersonKey>> remember(List<OrderEvent> events) {
    Map<Long, OrderFact> last = new LinkedHashMap<>();
    Set<Long> placed = new LinkedHashSet<>();
    for (OrderEvent event : events) {
      if (event.fact == OrderFact.SUBMITTED) {
        placed.add(event.orderId);
      }
      if (event.fact == OrderFact.SUBMITTED || event.fact == OrderFact.CANCELLED) {
        last.put(event.orderId, event.fact);
      }
    }
    Map<Long, List<PersonKey>> keys = new HashMap<>();
    if (!placed.isEmpty()) {
      keys.putAll(look.remember(orders.buyers.findAll(placed)));
    }
    last.values().removeIf(fact -> fact != OrderFact.CANCELLED);
    people.forgetMailboxes(last.keySet());
    return keys;
  }

  /** What the events are about, read once for all of them. */
  private static final class Facts {
    final Map<Long, OrderSnapshot> orders;
    final Map<Long, List<OrderLineProgress>> lines;
    final Map<Long, List<PersonKey>> keys;

    Facts(ReferralEngine.Orders from, Set<Long> ids, Map<Long, List<PersonKey>> keys) {
      this.orders = from.orders.findAll(ids);
      this.lines = from.lines.lockAll(orders.values());
      this.keys = keys;
    }

    Optional<OrderSnapshot> order(OrderEvent event) {
      return Optional.ofNullable(orders.get(event.orderId));
    }

    List<OrderLineProgress> lines(OrderSnapshot order) {
      return lines.getOrDefault(order.orderId, Collections.emptyList());
    }
  }

  private void handle(Referral referral, OrderEvent event, Facts facts) {
    if (event.fact == OrderFact.SUBMITTED) {
      placed(referral, event, facts);
      return;
    }
    if (event.fact == OrderFact.CANCELLED) {
      cancelled(referral, facts.order(event));
      return;
    }
    if (event.fact == OrderFact.REFUNDED) {
      follow.noteRefund(referral, event);
    }
    facts.order(event).ifPresent(order -> follow.follow(referral, order, facts.lines(order)));
  }

  private void placed(Referral referral, OrderEvent event, Facts facts) {
    OrderSnapshot order = facts.order(event).orElse(null);
    boolean again =
        referral.state == ReferralState.REVERSED && referral.reason == ReferralReason.CANCELLED;
    boolean fresh = referral.state == ReferralState.CLAIMED;
    if (!(fresh || again) || order == null || order.state == OrderState.CANCELLED) {
      return;
    }
    ReferralProgramme programme = move.programme(referral).orElse(null);
    if (programme == null) {
      return;
    }
    Instant now = clock.instant();
    List<PersonKey> keys = facts.keys.getOrDefault(event.orderId, Collections.emptyList());
    List<Signal> signals = look.signals(referral, move.advocate(referral), keys, now);
    move.judge(again ? anew(referral) : referral, programme, order, signals, now);
    follow.follow(store.find(referral.id).orElse(referral), order, facts.lines(order));
  }

  /** An order that was cancelled and is placed again has another life, with rewards of its own. */
  private static Referral anew(Referral referral) {
    return referral
        .with()
        .of(referral.orderId, referral.life + 1, referral.claim)
        .due(null)
        .build();
  }

  /**
   * Also one of which everything had come back before: a cancelled order has used nothing up. What
   * a person has rejected stays so: ordering anew is no way around a decision.
   */
  private void cancelled(Referral referral, Optional<OrderSnapshot> order) {
    boolean placedAgain = order.filter(o -> o.state != OrderState.CANCELLED).isPresent();
    boolean isRejected =
        referral.state == ReferralState.REJECTED
            && referral.reason == ReferralReason.REJECTED_BY_STAFF;
    if (!placedAgain && !isRejected && referral.reason != ReferralReason.CANCELLED) {
      move.reverse(referral, ReferralReason.CANCELLED, clock.instant());
    }
  }
}
