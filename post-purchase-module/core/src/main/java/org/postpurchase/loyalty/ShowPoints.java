package org.postpurchase.loyalty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.shared.Transactions;

/**
 * What shoppers see of their points. Changes nothing, and computes what is not booked yet with the
 * engine that will book it.
 */
public final class ShowPoints {
  private static final int LOTS = 50;
  private final ProgrammeReader programmes;
  private final MemberRules rules;
  private final LimitAward limit;
  private final LedgerViews views;
  private final OrderReader orders;
  private final OrderHistory history;
  private final Transactions transactions;
  private final Clock clock;

  ShowPoints(
      ProgrammeReader programmes,
      MemberRules rules,
      LimitAward limit,
      LedgerViews views,
      OrderReader orders,
      OrderHistory history,
      Transactions transactions,
      Clock clock) {
    this.programmes = programmes;
    this.rules = rules;
    this.limit = limit;
    this.views = views;
    this.orders = orders;
    this.history = history;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A customer's page; empty while there is no programme.
   *
   * @param limit how many movements
   * @param before only those before that number; 0 for the newest
   */
  public Optional<PointsAtAGlance> ofCustomer(
      long customerId, Currency currency, int limit, long before) {
    return transactions.call(
        () ->
            programmes
                .active()
                .map(
                    programme -> {
                      PointsBalance balance =
                          views.balance(
                              programme.key, Owners.ofCustomer(customerId), clock.instant());
                      boolean none = balance.accountId == 0;
                      return new PointsAtAGlance(
                          programme,
                          balance,
                          PointsUse.of(programme, balance, currency),
                          none ? Collections.emptyList() : views.openLots(balance.accountId, LOTS),
                          none
                              ? Collections.emptyList()
                              : views.history(balance.accountId, limit, before));
                    }));
  }

  /**
   * What an order of that viewer earns: as booked, else as it will be. Empty for somebody else's
   * order, a cancelled one, and when it earns nothing.
   */
  public Optional<OrderPoints> ofOrder(long orderId, long viewerCustomerId) {
    return transactions.call(
        () ->
            programmes
                .active()
                .flatMap(
                    programme ->
                        orders
                            .find(orderId)
                            .filter(o -> o.customerId == viewerCustomerId)
                            .filter(o -> o.state != OrderState.CANCELLED)
                            .map(order -> of(programme, order)))
                .filter(earned -> earned.points > 0));
  }

  private OrderPoints of(Programme programme, OrderSnapshot order) {
    List<PointsLot> lots = views.lotsOfOrder(order.orderId);
    if (!lots.isEmpty()) {
      Instant last =
          lots.stream()
              .map(PointsLot::maturesAt)
              .filter(Objects::nonNull)
              .max(Instant::compareTo)
              .orElse(null);
      long points = lots.stream().mapToLong(l -> l.issued - l.clawed()).sum();
      return new OrderPoints(programme.pointsName, points, last, isUnclaimed(programme, order));
    }
    Instant placed = order.submittedAt == null ? clock.instant() : order.submittedAt;
    Instant latest = placed.plus(Duration.ofDays(programme.timing.fallbackDays));
    boolean tooEarly = programme.activeSince == null || placed.isBefore(programme.activeSince);
    return new OrderPoints(
        programme.pointsName,
        tooEarly ? 0 : preview(programme, order, placed),
        latest,
        isUnclaimed(programme, order));
  }

  /** Also when the buyer has opened an account since: the points are where they were booked. */
  private boolean isUnclaimed(Programme programme, OrderSnapshot order) {
    String guest = Owners.ofGuestOrder(order.orderId);
    return order.submittedAt != null
        && (!order.registered || views.accountOf(programme.key, guest).isPresent())
        && !views.isMerged(programme.key, guest);
  }

  /** What waits for whoever has a link to that order's points; empty when nothing does. */
  public Optional<OrderPoints> waiting(long orderId) {
    return transactions.call(
        () ->
            programmes
                .active()
                .flatMap(
                    programme ->
                        orders
                            .find(orderId)
                            .filter(o -> o.state != OrderState.CANCELLED)
                            .map(order -> of(programme, order)))
                .filter(earned -> earned.unclaimed && earned.points > 0));
  }

  private long preview(Programme programme, OrderSnapshot order, Instant moment) {
    boolean first = !history.hasEarlier(order.asIfPlaced(moment));
    return preview(programme, order, first, moment);
  }

  private long preview(
      Programme programme, OrderSnapshot order, boolean firstOrder, Instant moment) {
    String owner = Owners.of(order);
    List<EarningRule> own = rules.of(programme, owner, moment);
    List<Award> awards = ComputeAwards.of(order, own, programme.stacking, firstOrder, moment);
    return limit.preview(programme, EarningOrder.personOf(order), awards, own, moment).stream()
        .mapToLong(award -> award.points)
        .sum();
  }

  /**
   * What sales would earn now, for the pages of products and of the programme; empty while there is
   * none. Ask once for a page, however many products are on it.
   *
   * @param customerId who looks, for rules that are for members of a tier; 0 for anybody
   */
  public Optional<SalePoints> sales(long customerId) {
    return transactions.call(
        () ->
            programmes
                .active()
                .map(
                    p -> {
                      Instant now = clock.instant();
                      List<EarningRule> own =
                          customerId == 0
                              ? rules.ofAnybody()
                              : rules.of(p, Owners.ofCustomer(customerId), now);
                      return new SalePoints(p, own, now);
                    }));
  }

  /** Rules that are open now, for the page that tells how points are earned. */
  public List<EarningRule> waysToEarn() {
    return transactions.call(
        () -> {
          List<EarningRule> open = new ArrayList<>();
          Instant now = clock.instant();
          programmes.rules().stream()
              .filter(r -> r.limits.when.contains(now))
              .filter(limit::hasBudget)
              .forEach(open::add);
          return open;
        });
  }

  /** What the type of that key calls points that its rules gave, in all its languages. */
  public Optional<String> causeOf(String typeKey) {
    return programmes.types().find(typeKey).map(EarningRuleType::cause);
  }
}
