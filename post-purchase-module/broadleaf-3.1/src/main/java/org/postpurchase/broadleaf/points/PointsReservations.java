package org.postpurchase.broadleaf.points;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.postpurchase.broadleaf.order.HookFailureLog;
import org.postpurchase.broadleaf.order.OrderMapper;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.ledger.Refusal;
import org.postpurchase.loyalty.RedeemPoints;
import org.postpurchase.loyalty.RedemptionOffer;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.Transactions;

/**
 * Asks the ledger on behalf of the host's pricing, checkout and pages. Whatever goes wrong here is
 * an answer and never an exception, and leaves the host's transaction and entity manager alone.
 */
public final class PointsReservations {
  /** A younger hold of the same order belongs to a checkout that may still be running. */
  private static final Duration RUNNING = Duration.ofMinutes(1);

  private final HookFailureLog failures =
      new HookFailureLog(
          PointsReservations.class,
          "ask the ledger about the points of an order",
          "Points are not taken meanwhile; those that are held are settled within minutes."
              + " Is the schema migrated?");

  private final RedeemPoints redeem;
  private final LedgerViews views;
  private final Transactions transactions;
  private final Clock clock;

  /**
   * @param redeem one whose every step is an attempt, for which see {@link Transactions}
   */
  public PointsReservations(
      RedeemPoints redeem, LedgerViews views, Transactions transactions, Clock clock) {
    this.redeem = redeem;
    this.views = views;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Whose points may pay for the order; empty for guests. */
  static Optional<Long> owner(Order order) {
    Customer customer = order.getCustomer();
    return customer != null && customer.isRegistered() && customer.getId() != null
        ? Optional.of(customer.getId())
        : Optional.empty();
  }

  /** What points could pay; empty for guests, for orders without a price and when unknown. */
  Optional<RedemptionOffer> offer(Order order) {
    try {
      Optional<Long> owner = owner(order);
      Optional<OrderMoney> money = OrderMoney.of(order);
      return owner.isPresent() && money.isPresent()
          ? Optional.of(
              transactions.attempt(
                  () -> redeem.offer(owner.get(), money.get().merchandise, money.get().total)))
          : Optional.empty();
    } catch (Throwable failure) { // never into the host's page
      failures.log(failure);
      return Optional.empty();
    }
  }

  /** What a wish comes down to for an order as it is now. */
  static final class Quote {
    final long points;
    final Money worth;

    Quote(long points, Money worth) {
      this.points = points;
      this.worth = worth;
    }
  }

  /**
   * The wish cut down to what can be used; zero points when nothing can. Empty when we cannot tell.
   */
  Optional<Quote> quote(Order order, long wanted) {
    try {
      Optional<Long> owner = owner(order);
      OrderMoney money = OrderMoney.of(order).orElse(null);
      if (!owner.isPresent() || money == null) {
        return Optional.of(new Quote(0, null));
      }
      return Optional.of(
          transactions.attempt(
              () -> {
                long points = redeem.clamp(owner.get(), wanted, money.merchandise, money.total);
                Money nothing = Money.zero(money.total.currency());
                return new Quote(points, redeem.worth(points, money.total).orElse(nothing));
              }));
    } catch (Throwable failure) { // never into the host's pricing
      failures.log(failure);
      return Optional.empty();
    }
  }

  /**
   * Sets the points of the payment aside under its reference; asking again for the same reference
   * changes nothing. Returns why that may not be, else nothing.
   */
  Optional<PointsProblem> reserve(Order order, PointsPayment payment) {
    try {
      PointsReference reference = payment.reference().orElse(null);
      OrderMoney money = OrderMoney.of(order).orElse(null);
      if (reference == null
          || money == null
          || !owner(order).equals(Optional.of(reference.customerId))) {
        return Optional.of(PointsProblem.GONE);
      }
      Money amount = OrderMapper.money(payment.payment.getAmount(), money.total.currency());
      return transactions.attempt(() -> reserve(order.getId(), reference, amount));
    } catch (Throwable failure) { // never into the host's checkout
      failures.log(failure);
      return Optional.of(PointsProblem.UNAVAILABLE);
    }
  }

  private Optional<PointsProblem> reserve(long orderId, PointsReference reference, Money amount) {
    Optional<Money> worth = redeem.worth(reference.points, amount);
    if (!worth.isPresent()) {
      return Optional.of(PointsProblem.GONE);
    }
    if (worth.get().amountMinor() != amount.amountMinor()) {
      return Optional.of(PointsProblem.CHANGED);
    }
    String key = reference.toString();
    List<PointsHold> held = held(orderId);
    if (held.stream().anyMatch(hold -> hold.holdKey.equals(key))) {
      return Optional.empty();
    }
    Instant running = clock.instant().minus(RUNNING);
    if (held.stream().anyMatch(hold -> hold.createdAt.isAfter(running))) {
      return Optional.of(PointsProblem.BUSY);
    }
    redeem.release(orderId); // what a checkout that died has left
    return redeem
        .reserve(reference.customerId, orderId, key, reference.points)
        .map(PointsReservations::problem)
        .orElse(Optional.of(PointsProblem.GONE));
  }

  private List<PointsHold> held(long orderId) {
    return views.holdsOfOrder(orderId).stream()
        .filter(hold -> hold.state() == PointsHold.State.HELD)
        .collect(Collectors.toList());
  }

  /** A repeated request is refused here: it would be one whose hold was released since. */
  private static Optional<PointsProblem> problem(PostingResult result) {
    if (result.posted) {
      return Optional.empty();
    }
    boolean gone = result.refusal == Refusal.INSUFFICIENT || result.refusal == Refusal.FROZEN;
    return Optional.of(gone ? PointsProblem.GONE : PointsProblem.UNAVAILABLE);
  }

  /** Nothing came of the attempt: its points can be used again at once. */
  void release(PointsReference reference) {
    try {
      transactions.attempt(
          () -> {
            redeem.release(reference.toString());
            return null;
          });
    } catch (Throwable failure) { // would keep the host from undoing the rest of the checkout
      failures.log(failure);
    }
  }
}
