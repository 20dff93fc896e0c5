package org.postpurchase.loyalty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;

/**
 * Keeps on record what orders earn and what of them is kept, and has everybody judged again whom it
 * concerns. Runs in the caller's transaction; repetition changes nothing.
 */
final class OrderEarnings {
  private final EarningStore store;
  private final OrderHistory history;
  private final MemberRules memberRules;
  private final KeepOrderPoints points;
  private final Supplier<ZoneId> zone;

  OrderEarnings(
      EarningStore store,
      OrderHistory history,
      MemberRules memberRules,
      KeepOrderPoints points,
      Supplier<ZoneId> zone) {
    this.store = store;
    this.history = history;
    this.memberRules = memberRules;
    this.points = points;
    this.zone = zone;
  }

  /**
   * Locks whose orders these are and reads what is on record of them. Who claims one in this moment
   * is waited for.
   *
   * @param persons who it is, by order, when nothing is on record
   */
  EarningRecord lock(Map<Long, String> persons) {
    Set<String> locked = new HashSet<>();
    Set<String> wanted = new HashSet<>(persons.values());
    Map<Long, List<EarningOrder>> lives = new HashMap<>();
    while (!locked.containsAll(wanted)) {
      wanted.removeAll(locked);
      store.lock(wanted);
      locked.addAll(wanted);
      lives = store.livesOf(persons.keySet());
      for (List<EarningOrder> all : lives.values()) {
        if (!all.isEmpty()) {
          wanted.add(all.get(0).personKey);
        }
      }
    }
    return EarningRecord.of(store, lives);
  }

  /** Puts on record what the orders earn, once for each life and line. */
  void placed(Programme programme, EarningRecord record, List<PlacedFact> all) {
    if (all.isEmpty()) {
      return;
    }
    List<OrderSnapshot> fresh = new ArrayList<>();
    for (PlacedFact each : all) {
      if (record.livesOf(each.order.orderId).stream().noneMatch(l -> l.life == each.life)) {
        fresh.add(each.order);
      }
    }
    Set<Long> withEarlier = fresh.isEmpty() ? new HashSet<>() : history.withEarlier(fresh);
    MemberRules.Round rules =
        memberRules.round(
            programme, all.stream().map(p -> Owners.of(p.order)).collect(Collectors.toSet()));
    for (PlacedFact each : all) {
      List<EarningOrder> lives = record.livesOf(each.order.orderId);
      EarningOrder placed =
          lives.stream().filter(l -> l.life == each.life).findFirst().orElse(null);
      if (placed == null) {
        placed = begun(programme, each, lives, withEarlier.contains(each.order.orderId));
        record.add(placed);
      }
      if (!placed.cancelled) {
        missing(programme, record, each.order, placed, rules).forEach(record::add);
      }
    }
  }

  private static EarningOrder begun(
      Programme programme, PlacedFact each, List<EarningOrder> lives, boolean hadEarlier) {
    EarningOrder begun =
        EarningOrder.of(each.order, each.life, programme.key, each.event.occurredAt, hadEarlier);
    if (!lives.isEmpty()) {
      begun = begun.of(lives.get(0).personKey);
    }
    return each.order.state == OrderState.CANCELLED
        ? begun.keeping(EarningOrder.Kept.CANCELLED)
        : begun;
  }

  /** Of lines that were added to an order after it was placed, and of an order that is new. */
  private List<EarningAward> missing(
      Programme programme,
      EarningRecord record,
      OrderSnapshot order,
      EarningOrder placed,
      MemberRules.Round member) {
    Set<Long> known = new HashSet<>();
    for (EarningAward award : record.awardsOf(order.orderId)) {
      if (award.life == placed.life) {
        known.add(award.lineId);
        known.add(0L);
      }
    }
    Instant moment = order.submittedAt;
    Instant matures = programme.timing.maturityAfterOrder(moment, zone.get());
    List<EarningRule> rules = member.of(Owners.of(order), moment);
    List<EarningAward> awards = new ArrayList<>();
    List<Award> all =
        new ArrayList<>(ComputeAwards.of(order, rules, programme.stacking, true, moment));
    if (member.isMember(Owners.of(order), moment)) {
      all.addAll(ComputeAwards.qualifying(order));
    }
    for (Award award : all) {
      if (!known.contains(award.lineId)) {
        EarningAward.Rule rule = EarningAward.Rule.of(award, rules, programme.termsVersion);
        awards.add(EarningAward.of(placed, award, rule, quantity(order, award.lineId), matures));
      }
    }
    return awards;
  }

  private static int quantity(OrderSnapshot order, long lineId) {
    return order.lines.stream()
        .filter(l -> l.lineId == lineId)
        .mapToInt(l -> Math.max(1, l.quantity))
        .findFirst()
        .orElse(1);
  }

  /**
   * That life, and those before it, are over.
   *
   * @return the owners of accounts that the order's points go to by now
   */
  List<String> cancelled(Programme programme, OrderEvent event, int life) {
    EarningRecord record =
        lock(Collections.singletonMap(event.orderId, Owners.ofGuestOrder(event.orderId)));
    List<EarningOrder> lives = new ArrayList<>(record.livesOf(event.orderId));
    boolean any = false;
    for (EarningOrder each : lives) {
      boolean over = life > 0 ? each.life <= life : !each.beganAt.isAfter(event.occurredAt);
      if (over && !each.cancelled) {
        record.change(each.keeping(EarningOrder.Kept.CANCELLED));
        any = true;
      }
    }
    if (any) {
      points.judge(
          programme,
          record,
          Collections.singletonList(
              new KeepOrderPoints.Cause(event.orderId, persons(lives), "CANCELLED")));
    }
    return lives.stream().map(l -> l.ownerKey).collect(Collectors.toList());
  }

  void refunded(OrderEvent event, Refund refund) {
    store.add(event.key, refund);
  }

  /**
   * Compares what is kept of orders with what is on record, posts the difference and writes the
   * record. No two of them may be of one person.
   */
  void look(Programme programme, EarningRecord record, List<ChangedOrder> all) {
    List<KeepOrderPoints.Cause> causes = new ArrayList<>();
    List<String> spendMoves = new ArrayList<>();
    for (ChangedOrder each : all) {
      List<EarningOrder> lives = new ArrayList<>(record.livesOf(each.order.orderId));
      if (!lives.isEmpty()) {
        EarningOrder last = lives.get(lives.size() - 1);
        if (kept(record, last, each)) {
          spendMoves.add(last.personKey);
        }
        causes.add(new KeepOrderPoints.Cause(each.order.orderId, persons(lives), each.reason));
      }
    }
    if (!spendMoves.isEmpty()) {
      points.spendChanged(spendMoves);
    }
    points.judge(programme, record, causes);
  }

  /** Notes what is kept; returns whether what was paid counts from another moment on. */
  private static boolean kept(EarningRecord record, EarningOrder last, ChangedOrder look) {
    Map<Long, Integer> kept = look.unitsKept();
    boolean any = kept.values().stream().anyMatch(units -> units > 0);
    EarningOrder.Kept state = any ? EarningOrder.Kept.GOODS : EarningOrder.Kept.NOTHING;
    if (!last.cancelled && last.state() != state) {
      record.change(last.keeping(state));
    }
    boolean spendMoves = false;
    for (EarningAward award : new ArrayList<>(record.awardsOf(look.order.orderId))) {
      EarningAward after = award;
      if (award.life == last.life && award.lineId != 0) {
        after = after.keeping(Math.min(award.quantity, kept.getOrDefault(award.lineId, 0)));
      }
      Instant moment = look.matures.get(award.lineId);
      after = moment == null ? after : after.maturing(moment);
      boolean moved = !after.maturesAt.equals(award.maturesAt);
      if (after.keptUnits != award.keptUnits || moved) {
        record.change(after);
      }
      spendMoves |= moved && award.kind.equals(EarningAward.QUALIFYING);
    }
    return spendMoves;
  }

  /**
   * The order is that person's from now on; both are judged again.
   *
   * @return points that were taken back because of other orders of the same person
   */
  long give(Programme programme, long orderId, String person) {
    List<EarningOrder> lives = store.livesOf(orderId);
    if (lives.isEmpty() || lives.get(0).personKey.equals(person)) {
      return 0;
    }
    String before = lives.get(0).personKey;
    store.give(orderId, person);
    EarningRecord record = EarningRecord.of(store, Collections.singleton(orderId));
    return points.judge(
        programme,
        record,
        Collections.singletonList(
            new KeepOrderPoints.Cause(orderId, Arrays.asList(before, person), "OTHER_ORDER")));
  }

  /** Locks everybody whom it concerns that an order changes hands. */
  void lockBoth(long orderId, String person) {
    Set<String> both = new LinkedHashSet<>(persons(store.livesOf(orderId)));
    both.add(person);
    store.lock(both);
  }

  private static Set<String> persons(List<EarningOrder> lives) {
    Set<String> persons = new LinkedHashSet<>();
    lives.forEach(l -> persons.add(l.personKey));
    return persons;
  }
}
