package org.postpurchase.loyalty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.ledger.EarnRequest;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.LotCause;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.ledger.Refusal;
import org.postpurchase.ledger.ShortfallPolicy;

/**
 * Judges all orders of a person together and books the difference: what an award is worth by now is
 * earned or taken back, so that the end follows from what was kept and not from the order in which
 * things became known. Doing it again books nothing. Runs in the caller's transaction, under the
 * person's lock; a frozen account keeps its difference until the next time.
 */
final class KeepOrderPoints {
  private final EarningStore store;
  private final PointsLedger ledger;
  private final LedgerViews views;
  private final Budgets budgets;
  private final Supplier<ZoneId> zone;
  private final Consumer<String> onSpend;

  /**
   * @param onSpend hears of persons whose kept spend has changed
   */
  KeepOrderPoints(
      EarningStore store,
      PointsLedger ledger,
      LedgerViews views,
      Budgets budgets,
      Supplier<ZoneId> zone,
      Consumer<String> onSpend) {
    this.onSpend = onSpend;
    this.store = store;
    this.ledger = ledger;
    this.views = views;
    this.budgets = budgets;
    this.zone = zone;
  }

  /**
   * Judges those who have or had that order.
   *
   * @param reason why points of that order are taken back, if they are
   * @return points taken back, all orders of these persons together
   */
  long judge(Programme programme, long orderId, Collection<String> persons, String reason) {
    List<EarningOrder> lives = store.livesOf(orderId);
    List<EarningAward> own = store.awardsOf(orderId);
    long taken = 0;
    for (String person : new TreeSet<>(persons)) {
      List<EarningOrder> orders =
          lives.stream().filter(o -> o.personKey.equals(person)).collect(Collectors.toList());
      List<EarningAward> awards = orders.isEmpty() ? new ArrayList<>() : own;
      List<EarningAward> personal = store.personalAwardsOf(person);
      if (!personal.isEmpty()) {
        orders = store.ordersOf(person);
        List<EarningAward> all = new ArrayList<>(personal);
        awards.stream().filter(a -> !a.isPersonal()).forEach(all::add);
        awards = all;
      }
      taken += judge(programme, person, orders, awards, orderId, reason);
    }
    return taken;
  }

  /** What a person paid counts from another moment on. */
  void spendChanged(String person) {
    onSpend.accept(person);
  }

  private long judge(
      Programme programme,
      String person,
      List<EarningOrder> orders,
      List<EarningAward> awards,
      long cause,
      String reason) {
    if (awards.isEmpty()) {
      return 0;
    }
    List<Refund> refunds =
        store.refundsOf(orders.stream().map(o -> o.orderId).collect(Collectors.toList()));
    Map<EarningAward, Long> worth =
        new KeptAwards(
                orders,
                awards,
                refunds,
                zone.get(),
                (rule, since) -> before(programme, person, rule, since))
            .worth();
    Map<String, EarningOrder> byLife = new HashMap<>();
    orders.forEach(o -> byLife.put(o.orderId + "/" + o.life, o));
    List<EarningAward> changed = new ArrayList<>();
    long taken = 0;
    boolean spendChanged = false;
    for (Map.Entry<EarningAward, Long> each : inOrder(worth)) {
      EarningAward award = each.getKey();
      EarningOrder order = byLife.get(award.orderId + "/" + award.life);
      if (award.kind.equals(EarningAward.QUALIFYING)) {
        if (each.getValue() != award.booked) {
          changed.add(award.booked(each.getValue(), 0));
          spendChanged = true;
        }
      } else if (each.getValue() < award.booked) {
        String why = award.orderId == cause ? reason : "OTHER_ORDER";
        EarningAward after = takeBack(award, each.getValue(), why);
        taken += award.booked - after.booked;
        changed.add(after);
      } else if (each.getValue() > award.booked) {
        changed.add(earn(programme, order, award, each.getValue()));
      }
    }
    store.save(changed);
    if (spendChanged) {
      onSpend.accept(person);
    }
    return taken;
  }

  /** What is taken back comes before what is earned. */
  private static List<Map.Entry<EarningAward, Long>> inOrder(Map<EarningAward, Long> worth) {
    List<Map.Entry<EarningAward, Long>> all = new ArrayList<>(worth.entrySet());
    all.sort(
        Comparator.comparing(
            (Map.Entry<EarningAward, Long> e) -> e.getValue() > e.getKey().booked));
    return all;
  }

  private long before(Programme programme, String person, String rule, Instant since) {
    return Owners.customerId(person) == 0
        ? 0
        : store.bookedBefore(programme.key, person, rule, since);
  }

  /** What is missing is owed; {@link ForgiveShortfalls} writes it off where that is the policy. */
  private EarningAward takeBack(EarningAward award, long worth, String why) {
    List<PointsLot> lots =
        views.lotsOfOrder(award.orderId).stream()
            .filter(lot -> isOf(lot, award))
            .sorted(Comparator.comparingInt((PointsLot lot) -> lot.lotNo).reversed())
            .collect(Collectors.toList());
    long missing = award.booked - worth;
    for (PointsLot lot : lots) {
      long part = Math.min(missing, lot.issued - lot.clawed());
      if (part > 0) {
        long total = lot.clawed() + part;
        String key = "claw-back:" + lot.accountId + ":" + lot.lotNo + ":" + total;
        PostingResult result =
            ledger.clawBack(lot.accountId, lot.lotNo, key, total, ShortfallPolicy.CARRY, why);
        if (result.refusal == Refusal.FROZEN) {
          return award.booked(worth + missing, award.lots);
        }
        award.rule.limits.giveBack(budgets, part);
        missing -= part;
      }
    }
    return award.booked(worth, award.lots); // what a person took out of its lots stays out
  }

  private static boolean isOf(PointsLot lot, EarningAward award) {
    return lot.originAccount == 0
        && lot.cause.orderLineId == award.lineId
        && lot.cause.code.equals(award.kind)
        && AwardOnOrderFact.lastNumber(lot.sourceKey) == award.life;
  }

  private EarningAward earn(
      Programme programme, EarningOrder order, EarningAward award, long worth) {
    // a budget that is used up cuts an award for good: who came first keeps what there was
    long points = award.rule.limits.take(budgets, worth - award.booked);
    if (points <= 0) {
      return award.cutTo(award.booked == 0 && award.lots == 0 ? 0 : award.points);
    }
    LotCause cause =
        LotCause.of(award.kind)
            .forLine(award.orderId, award.lineId)
            .byRule(award.rule.key, award.rule.version, award.rule.termsVersion)
            .from(award.baseMinor, order.paid.currency, award.residue);
    Instant expires = programme.timing.expiryOf(award.maturesAt, zone.get());
    PostingResult result =
        ledger.earn(
            new EarnRequest(
                programme.key,
                order.ownerKey,
                award.nextKey(),
                points,
                cause,
                award.maturesAt,
                expires,
                false));
    if (!result.isDone()) {
      award.rule.limits.giveBack(budgets, points);
      return award;
    }
    EarningAward booked = award.booked(award.booked + points, award.lots + 1);
    boolean cut = points < worth - award.booked && award.keptUnits == award.quantity;
    return cut ? booked.cutTo(booked.booked) : booked;
  }
}
