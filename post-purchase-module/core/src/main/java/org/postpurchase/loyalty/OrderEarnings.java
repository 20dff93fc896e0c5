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
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderLineProgress;
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
   * Locks whose order it is and returns its lives. Who claims it in this moment is waited for.
   *
   * @param person who it is when nothing is on record
   */
  List<EarningOrder> lock(long orderId, String person) {
    String locked = "";
    String wanted = person;
    List<EarningOrder> lives = new ArrayList<>();
    while (!wanted.equals(locked)) {
      store.lock(Collections.singleton(wanted));
      locked = wanted;
      lives = store.livesOf(orderId);
      wanted = lives.isEmpty() ? locked : lives.get(0).personKey;
    }
    return lives;
  }

  /** Puts on record what the order earns, once for each life and line. */
  void placed(Programme programme, OrderSnapshot order, OrderEvent event, int life) {
    List<EarningOrder> lives = store.livesOf(order.orderId);
    EarningOrder known = lives.stream().filter(l -> l.life == life).findFirst().orElse(null);
    EarningOrder placed = known;
    if (known == null) {
      placed =
          EarningOrder.of(order, life, programme.key, event.occurredAt, history.hasEarlier(order));
      if (!lives.isEmpty()) {
        placed = placed.of(lives.get(0).personKey);
      }
      if (order.state == OrderState.CANCELLED) {
        placed = placed.keeping(EarningOrder.Kept.CANCELLED);
      }
      store.add(placed);
    }
    if (!placed.cancelled) {
      store.add(missing(programme, order, placed));
    }
  }

  /** Of lines that were added to an order after it was placed, and of an order that is new. */
  private List<EarningAward> missing(
      Programme programme, OrderSnapshot order, EarningOrder placed) {
    Set<Long> known = new HashSet<>();
    for (EarningAward award : store.awardsOf(order.orderId)) {
      if (award.life == placed.life) {
        known.add(award.lineId);
        known.add(0L);
      }
    }
    Instant moment = order.submittedAt;
    Instant matures = programme.timing.maturityAfterOrder(moment, zone.get());
    List<EarningRule> rules = memberRules.of(programme, Owners.of(order), moment);
    List<EarningAward> awards = new ArrayList<>();
    List<Award> all =
        new ArrayList<>(ComputeAwards.of(order, rules, programme.stacking, true, moment));
    if (memberRules.isMember(programme, Owners.of(order), moment)) {
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

  /** That life, and those before it, are over. */
  void cancelled(Programme programme, OrderEvent event, int life) {
    List<EarningOrder> lives = lock(event.orderId, Owners.ofGuestOrder(event.orderId));
    boolean any = false;
    for (EarningOrder each : lives) {
      boolean over = life > 0 ? each.life <= life : !each.beganAt.isAfter(event.occurredAt);
      if (over && !each.cancelled) {
        store.save(each.keeping(EarningOrder.Kept.CANCELLED));
        any = true;
      }
    }
    if (any) {
      points.judge(programme, event.orderId, persons(lives), "CANCELLED");
    }
  }

  int lastLife(long orderId) {
    return store.livesOf(orderId).stream().mapToInt(l -> l.life).max().orElse(1);
  }

  /** Units of each line, and what was paid for it in money, when the order was last placed. */
  Map<Long, EarningAward> paidForLines(long orderId) {
    Map<Long, EarningAward> paid = new HashMap<>();
    int life = 0;
    for (EarningAward award : store.awardsOf(orderId)) {
      if (award.kind.equals(EarningAward.QUALIFYING) && award.life >= life) {
        life = award.life;
        paid.put(award.lineId, award);
      }
    }
    return paid;
  }

  /** Owners of accounts that an order's points go to by now. */
  List<String> ownersOf(long orderId) {
    return store.livesOf(orderId).stream().map(l -> l.ownerKey).collect(Collectors.toList());
  }

  void refunded(OrderEvent event, Refund refund) {
    store.add(event.key, refund);
  }

  /** Compares what is kept of an order with what is on record and books the difference. */
  void look(
      Programme programme,
      OrderSnapshot order,
      List<OrderLineProgress> progress,
      Map<Long, Instant> matures,
      String reason) {
    List<EarningOrder> lives = store.livesOf(order.orderId);
    if (lives.isEmpty()) {
      return;
    }
    EarningOrder last = lives.get(lives.size() - 1);
    Map<Long, Integer> kept = kept(order, progress);
    boolean any = kept.values().stream().anyMatch(units -> units > 0);
    EarningOrder.Kept state = any ? EarningOrder.Kept.GOODS : EarningOrder.Kept.NOTHING;
    if (!last.cancelled && last.state() != state) {
      store.save(last.keeping(state));
    }
    List<EarningAward> changed = new ArrayList<>();
    boolean spendMoves = false;
    for (EarningAward award : store.awardsOf(order.orderId)) {
      EarningAward after = award;
      if (award.life == last.life && award.lineId != 0) {
        after = after.keeping(Math.min(award.quantity, kept.getOrDefault(award.lineId, 0)));
      }
      Instant moment = matures.get(award.lineId);
      after = moment == null ? after : after.maturing(moment);
      boolean moved = !after.maturesAt.equals(award.maturesAt);
      if (after.keptUnits != award.keptUnits || moved) {
        changed.add(after);
      }
      spendMoves |= moved && award.kind.equals(EarningAward.QUALIFYING);
    }
    store.save(changed);
    if (spendMoves) {
      points.spendChanged(last.personKey);
    }
    points.judge(programme, order.orderId, persons(lives), reason);
  }

  /** Units of each line that the buyer keeps, by what the shop has now and what was reported. */
  private static Map<Long, Integer> kept(OrderSnapshot order, List<OrderLineProgress> progress) {
    Map<Long, OrderLineProgress> byLine = new HashMap<>();
    progress.forEach(p -> byLine.put(p.lineId, p));
    Map<Long, Integer> kept = new HashMap<>();
    for (OrderLine line : order.lines) {
      OrderLineProgress p = byLine.get(line.lineId);
      int units =
          p == null ? line.quantity : Math.min(p.ordered - p.cancelled, line.quantity) - p.returned;
      kept.put(line.lineId, Math.max(0, units));
    }
    return kept;
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
    return points.judge(programme, orderId, Arrays.asList(before, person), "OTHER_ORDER");
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
