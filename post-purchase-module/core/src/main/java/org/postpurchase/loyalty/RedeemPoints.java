package org.postpurchase.loyalty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Points as a means of payment: what a cart may use, reserved when the payment is confirmed,
 * captured when the order is placed, released when it is not, and given back when it is undone.
 *
 * <p>Every step is safe to repeat for the same payment and order.
 */
public final class RedeemPoints {
  /** A checkout that has not come to an end by then has died. */
  public static final Duration HOLD = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger(RedeemPoints.class);
  private static final int ALL = 100;

  private final PointsLedger ledger;
  private final LedgerViews views;
  private final ProgrammeReader programmes;
  private final Clock clock;

  public RedeemPoints(
      PointsLedger ledger, LedgerViews views, ProgrammeReader programmes, Clock clock) {
    this.ledger = ledger;
    this.views = views;
    this.programmes = programmes;
    this.clock = clock;
  }

  /**
   * What that customer could use here. Changes nothing.
   *
   * @param merchandise goods after discounts, which points may pay a share of
   * @param total what is to be paid in all; points never pay more
   */
  public RedemptionOffer offer(long customerId, Money merchandise, Money total) {
    Optional<Programme> active = programmes.active();
    Money nothing = Money.zero(total.currency());
    if (!active.isPresent()) {
      return new RedemptionOffer(RedemptionOffer.Problem.NOT_OFFERED, null, 0, null, 0, nothing);
    }
    Programme programme = active.get();
    PointsUse none = PointsUse.of(programme, PointsBalance.NONE, total.currency());
    if (none.state == PointsUse.State.NOT_OFFERED) {
      return new RedemptionOffer(
          RedemptionOffer.Problem.NOT_OFFERED, programme, 0, none, 0, nothing);
    }
    PointsBalance balance =
        views.balance(programme.key, Owners.ofCustomer(customerId), clock.instant());
    PointsUse use = PointsUse.of(programme, balance, total.currency());
    long most =
        use.state == PointsUse.State.READY
            ? most(programme, balance.usable, merchandise, total)
            : 0;
    return new RedemptionOffer(
        problem(use, most), programme, balance.usable, use, most, worth(programme, most, total));
  }

  /** What so many points pay of that amount: all of it where they are just enough for all. */
  private static Optional<Money> pays(Programme programme, long points, Money amount) {
    Programme.Spending spending = programme.spending;
    boolean isAll =
        spending.maxSharePercent >= ALL && points > 0 && points == spending.enoughFor(amount);
    return spending.worth(points, amount.currency()).map(worth -> isAll ? amount : worth);
  }

  private static RedemptionOffer.Problem problem(PointsUse use, long most) {
    switch (use.state) {
      case ACCOUNT_FROZEN:
        return RedemptionOffer.Problem.ACCOUNT_FROZEN;
      case TOO_FEW_POINTS:
        return RedemptionOffer.Problem.TOO_FEW_POINTS;
      default:
        return most > 0 ? RedemptionOffer.Problem.NONE : RedemptionOffer.Problem.CART_TOO_SMALL;
    }
  }

  /**
   * In whole blocks; 0 when that is less than the least. Where points may pay for all merchandise,
   * they pay for delivery and tax too, to the last coin, whatever the block is: else no order could
   * be paid with points alone.
   */
  private static long most(Programme programme, long usable, Money merchandise, Money total) {
    Programme.Spending spending = programme.spending;
    long share =
        spending.maxSharePercent >= ALL
            ? total.amountMinor()
            : Shares.part(merchandise.amountMinor(), spending.maxSharePercent, ALL);
    long payable = Math.max(0, Math.min(share, total.amountMinor()));
    long points = Math.min(usable, spending.pointsFor(Money.ofMinor(payable, total.currency())));
    long all = spending.enoughFor(total);
    boolean paysAll = spending.maxSharePercent >= ALL && all > 0 && usable >= all;
    long most = paysAll ? all : points - points % spending.block;
    return most < spending.minimum ? 0 : most;
  }

  private static Money worth(Programme programme, long points, Money total) {
    return pays(programme, points, total).orElse(Money.zero(total.currency()));
  }

  /** The wish cut down to what can be used here: whole blocks, or 0. */
  public long clamp(long customerId, long wanted, Money merchandise, Money total) {
    RedemptionOffer offer = offer(customerId, merchandise, total);
    if (!offer.isPossible()) {
      return 0;
    }
    if (wanted >= offer.maxPoints) {
      return offer.maxPoints;
    }
    long points = wanted;
    long whole = points - points % offer.block;
    return whole < offer.minimum ? 0 : whole;
  }

  /**
   * What so many points pay of that amount; all of it where they are just enough for all. Empty
   * when the programme is off or knows no such currency.
   */
  public Optional<Money> worth(long points, Money amount) {
    return programmes.active().flatMap(p -> pays(p, points, amount));
  }

  /**
   * Sets the points aside.
   *
   * @param paymentKey identifies the payment attempt: a declined and repeated checkout needs a new
   *     one
   * @return empty when the programme has been switched off meanwhile
   */
  public Optional<PostingResult> reserve(
      long customerId, long orderId, String paymentKey, long points) {
    Instant until = clock.instant().plus(HOLD);
    return programmes
        .active()
        .map(
            programme ->
                ledger.reserve(
                    ledger.open(programme.key, Owners.ofCustomer(customerId)),
                    paymentKey,
                    points,
                    orderId,
                    until));
  }

  /** Nothing came of the payment: its points can be used again. */
  public void release(String paymentKey) {
    programmes.find().ifPresent(programme -> ledger.release(programme.key, paymentKey));
  }

  /** {@link #settle(OrderSnapshot)} for many orders, by id; most have reserved nothing. */
  void settle(Map<Long, OrderSnapshot> placed) {
    views.ordersWithHolds(placed.keySet()).forEach(id -> settle(placed.get(id)));
  }

  /**
   * The order was placed: what it has reserved is spent. Points that were released while its
   * checkout went on are taken again; should they be gone, an error tells a person.
   */
  public void settle(OrderSnapshot order) {
    PointsHold released = null;
    boolean spent = false;
    for (PointsHold hold : views.holdsOfOrder(order.orderId)) {
      if (hold.state() == PointsHold.State.VOIDED) {
        released = hold;
      } else {
        spent |=
            hold.state() == PointsHold.State.CAPTURED
                || ledger.capture(hold.programme, hold.holdKey).isDone();
      }
    }
    if (!spent && released != null && !order.totals.paidWithPoints.isZero()) {
      takeAgain(released);
    }
  }

  private void takeAgain(PointsHold released) {
    String key = "late:" + released.holdKey;
    Instant until = clock.instant().plus(HOLD);
    PostingResult again =
        ledger.reserve(released.accountId, key, released.points, released.orderId, until);
    if (!again.isDone() || !ledger.capture(released.programme, key).isDone()) {
      LOG.error(
          "an order was paid with points that are not there any more order={} account={}",
          released.orderId,
          released.accountId);
    }
  }

  /** Nothing came of the order: what it has reserved can be used again. */
  public void release(long orderId) {
    for (PointsHold hold : views.holdsOfOrder(orderId)) {
      if (hold.state() == PointsHold.State.HELD) {
        ledger.release(hold.programme, hold.holdKey);
      }
    }
  }

  /**
   * Gives back as much of what the order was paid with as its returned part is of the whole, all
   * earlier times included; the rest with the last unit.
   *
   * @param returned weight of what came back so far, of {@code whole}
   */
  public void restore(long orderId, long returned, long whole) {
    Instant grace =
        clock
            .instant()
            .plus(Duration.ofDays(programmes.find().map(p -> p.timing.graceDays).orElse(0)));
    for (PointsHold hold : views.holdsOfOrder(orderId)) {
      if (hold.state() == PointsHold.State.CAPTURED) {
        long target = returned >= whole ? hold.points : Shares.part(hold.points, returned, whole);
        long missing = target - hold.restored();
        if (missing > 0) {
          String key = "restore:" + hold.holdKey + ":" + target;
          ledger.restore(hold.programme, hold.holdKey, key, missing, grace);
        }
      }
    }
  }
}
