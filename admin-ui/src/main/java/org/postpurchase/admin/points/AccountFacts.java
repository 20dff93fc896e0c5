package org.postpurchase.admin.points;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.catalogue.ShowCatalogue;
import org.postpurchase.ledger.AdjustmentLog;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.reward.RewardState;

/** What the page of one account shows. Reads only. */
final class AccountFacts {
  private static final int LOTS_SHOWN = 50;
  private static final int HOLDS_SHOWN = 20;

  private final PointsFacts facts;
  private final ShowCatalogue catalogue;

  public AccountFacts(PointsFacts facts, ShowCatalogue catalogue) {
    this.facts = facts;
    this.catalogue = catalogue;
  }

  /** Of the account that has the points by now; {@link PointsBalance#NONE} for no account. */
  PointsBalance balance(long accountId) {
    return facts.views().balance(accountId, facts.clock().instant());
  }

  BalanceNote note(PointsBalance balance, Locale locale) {
    return new BalanceNote(balance, facts.worth(locale), moments(locale));
  }

  List<LotRow> lots(long accountId, Locale locale) {
    List<PointsLot> lots = facts.views().lots(accountId, LOTS_SHOWN);
    Map<Long, String> numbers =
        numbers(lots.stream().map(lot -> lot.cause.orderId).collect(Collectors.toSet()));
    Worth worth = facts.worth(locale);
    Moments moments = moments(locale);
    return lots.stream()
        .map(
            lot ->
                new LotRow(
                    lot,
                    facts.reason(lot.cause.code, locale),
                    numbers.get(lot.cause.orderId),
                    worth,
                    moments))
        .collect(Collectors.toList());
  }

  /**
   * The newest movements, or those before a number.
   *
   * @param before zero for the newest
   */
  List<MovementRow> movements(long accountId, int limit, long before, Locale locale) {
    List<PointsPosting> found = facts.views().history(accountId, limit, before);
    Map<Long, String> numbers =
        numbers(found.stream().map(p -> p.orderId).collect(Collectors.toSet()));
    Worth worth = facts.worth(locale);
    Moments moments = moments(locale);
    Map<Long, AdjustmentLog.Row> byHand = byHand(accountId, found);
    Set<Long> undone = facts.log().undone(accountId);
    Map<String, String> rewards =
        catalogue.namesOf(found.stream().map(p -> p.key).collect(Collectors.toList()));
    return found.stream()
        .map(
            p ->
                rewards.containsKey(p.key)
                    ? MovementRow.ofReward(p, rewards.get(p.key), worth, moments)
                    : new MovementRow(
                        p,
                        facts.reason(p.reasonCode, locale),
                        numbers.get(p.orderId),
                        worth,
                        moments))
        .map(row -> row.byHand(byHand.get(row.getNumber()), undone.contains(row.getNumber())))
        .collect(Collectors.toList());
  }

  private Map<Long, AdjustmentLog.Row> byHand(long accountId, List<PointsPosting> found) {
    return found.isEmpty()
        ? Collections.emptyMap()
        : facts
            .log()
            .rows(accountId, found.get(found.size() - 1).postingNo, found.get(0).postingNo)
            .stream()
            .collect(Collectors.toMap(row -> row.postingNo, row -> row));
  }

  List<HoldRow> holds(long accountId, Locale locale) {
    List<PointsHold> holds = facts.views().holds(accountId, HOLDS_SHOWN);
    Map<Long, String> numbers =
        numbers(holds.stream().map(hold -> hold.orderId).collect(Collectors.toSet()));
    Worth worth = facts.worth(locale);
    Moments moments = moments(locale);
    return holds.stream()
        .filter(hold -> hold.orderId != 0) // rewards have a list of their own
        .map(hold -> new HoldRow(hold, numbers.get(hold.orderId), worth, moments))
        .collect(Collectors.toList());
  }

  /** What the customer bought with points, newest first. */
  List<PurchaseRow> purchases(long customerId, Locale locale) {
    Worth worth = facts.worth(locale);
    Moments moments = moments(locale);
    Instant now = facts.clock().instant();
    return catalogue.own(customerId).stream()
        .map(
            own ->
                new PurchaseRow(
                    own,
                    own.code.state == RewardState.ISSUED && own.code.isExpired(now),
                    worth,
                    moments))
        .collect(Collectors.toList());
  }

  private Map<Long, String> numbers(Set<Long> orderIds) {
    Set<Long> orders = new HashSet<>(orderIds);
    orders.remove(0L);
    return facts.orders().numbers(orders);
  }

  private Moments moments(Locale locale) {
    return new Moments(facts.shop().zone, locale);
  }
}
