package org.postpurchase.loyalty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.ledger.EarnRequest;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.LotCause;
import org.postpurchase.ledger.Movement;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.ledger.Refusal;
import org.postpurchase.ledger.ShortfallPolicy;

/**
 * Judges all orders of a person together and posts the difference: what an award is worth by now is
 * earned or taken back, so that the end follows from what was kept and not from the order in which
 * things became known. Doing it again posts nothing. Runs in the caller's transaction, under the
 * locks of the persons; a frozen account keeps its difference until the next time. Many persons are
 * read and earn together.
 */
final class KeepOrderPoints {
  private final EarningStore store;
  private final PointsLedger ledger;
  private final LedgerViews views;
  private final Budgets budgets;
  private final Supplier<ZoneId> zone;
  private final Consumer<Collection<String>> onSpend;

  /**
   * @param onSpend hears of persons whose kept spend has changed
   */
  KeepOrderPoints(
      EarningStore store,
      PointsLedger ledger,
      LedgerViews views,
      Budgets budgets,
      Supplier<ZoneId> zone,
      Consumer<Collection<String>> onSpend) {
    this.onSpend = onSpend;
    this.store = store;
    this.ledger = ledger;
    this.views = views;
    this.budgets = budgets;
    this.zone = zone;
  }

  /** An order of which something has changed. */
  static final class Cause {
    final long orderId;

    /** Those who have or had it. */
    final Collection<String> persons;

    /** Why points of that order are taken back, if they are. */
    final String reason;

    Cause(long orderId, Collection<String> persons, String reason) {
      this.orderId = orderId;
      this.persons = persons;
      this.reason = reason;
    }
  }

  /**
   * Judges those whom the causes concern, all of them together, and writes the record. No person
   * may be concerned by two causes.
   *
   * @return points taken back, all orders of these persons together
   */
  long judge(Programme programme, EarningRecord record, List<Cause> causes) {
    List<JudgedPerson> all = JudgedPerson.read(store, record, causes);
    List<Gain> gains = new ArrayList<>();
    Set<String> spendChanged = new LinkedHashSet<>();
    Map<Long, List<PointsLot>> lots = new HashMap<>();
    long taken = 0;
    for (JudgedPerson judged : all) {
      Map<String, EarningOrder> byLife = new HashMap<>();
      judged.orders.forEach(o -> byLife.put(o.orderId + "/" + o.life, o));
      for (Map.Entry<EarningAward, Long> each : inOrder(worth(programme, judged))) {
        EarningAward award = each.getKey();
        long worth = each.getValue();
        if (award.kind.equals(EarningAward.QUALIFYING)) {
          if (worth != award.booked) {
            record.change(award.booked(worth, 0));
            spendChanged.add(judged.person);
          }
        } else if (worth < award.booked) {
          String why = award.orderId == judged.cause.orderId ? judged.cause.reason : "OTHER_ORDER";
          EarningAward after = takeBack(award, worth, why, lots);
          taken += award.booked - after.booked;
          record.change(after);
        } else if (worth > award.booked) {
          Gain gain = new Gain(award, byLife.get(award.orderId + "/" + award.life), worth);
          if (gain.points > 0) {
            gains.add(gain);
          } else {
            record.change(award.cutTo(award.booked == 0 && award.lots == 0 ? 0 : award.points));
          }
        }
      }
    }
    earn(programme, gains).forEach(record::change);
    record.write();
    if (!spendChanged.isEmpty()) {
      onSpend.accept(spendChanged);
    }
    return taken;
  }

  private Map<EarningAward, Long> worth(Programme programme, JudgedPerson judged) {
    return new KeptAwards(
            judged.orders,
            judged.awards,
            judged.refunds,
            zone.get(),
            (rule, since) -> before(programme, judged.person, rule, since))
        .worth();
  }

  /** What a person paid counts from another moment on. */
  void spendChanged(Collection<String> persons) {
    onSpend.accept(persons);
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
  private EarningAward takeBack(
      EarningAward award, long worth, String why, Map<Long, List<PointsLot>> ofOrders) {
    List<PointsLot> lots =
        ofOrders.computeIfAbsent(award.orderId, views::lotsOfOrder).stream()
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

  /** An award that is worth more than is booked for it, with what its budgets have for it. */
  private final class Gain {
    final EarningAward award;
    final EarningOrder order;
    final long worth;

    // a budget that is used up cuts an award for good: who came first keeps what there was
    final long points;

    Gain(EarningAward award, EarningOrder order, long worth) {
      this.award = award;
      this.order = order;
      this.worth = worth;
      this.points = award.rule.limits.take(budgets, worth - award.booked);
    }

    Movement movement(Programme programme) {
      LotCause cause =
          LotCause.of(award.kind)
              .forLine(award.orderId, award.lineId)
              .byRule(award.rule.key, award.rule.version, award.rule.termsVersion)
              .from(award.baseMinor, order.paid.currency, award.residue);
      Instant expires = programme.timing.expiryOf(award.maturesAt, zone.get());
      return Movement.earn(
          new EarnRequest(
              programme.key,
              order.ownerKey,
              award.nextKey(),
              points,
              cause,
              award.maturesAt,
              expires,
              false));
    }

    EarningAward booked() {
      EarningAward booked = award.booked(award.booked + points, award.lots + 1);
      boolean cut = points < worth - award.booked && award.keptUnits == award.quantity;
      return cut ? booked.cutTo(booked.booked) : booked;
    }
  }

  /** Posts all of them; returns the awards that were posted. */
  private List<EarningAward> earn(Programme programme, List<Gain> gains) {
    List<PostingResult> results =
        ledger.postAll(
            gains.stream().map(gain -> gain.movement(programme)).collect(Collectors.toList()));
    List<EarningAward> booked = new ArrayList<>();
    for (int i = 0; i < gains.size(); i++) {
      Gain gain = gains.get(i);
      if (results.get(i).isDone()) {
        booked.add(gain.booked());
      } else {
        gain.award.rule.limits.giveBack(budgets, gain.points);
      }
    }
    return booked;
  }
}
