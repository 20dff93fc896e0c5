package org.postpurchase.broadleaf.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.core.payment.domain.PaymentTransaction;

/** A payment of ours on a host order. Changes are made in memory; the host saves its order. */
final class PointsPayment {
  final OrderPayment payment;

  private PointsPayment(OrderPayment payment) {
    this.payment = payment;
  }

  /** All that count; asks the database only what the host's pricing asks as well. */
  static List<PointsPayment> allOf(Order order) {
    List<PointsPayment> found = new ArrayList<>();
    if (order != null && order.getPayments() != null) {
      for (OrderPayment payment : order.getPayments()) {
        if (payment.isActive()
            && PointsGatewayType.LOYALTY_POINTS.equals(payment.getGatewayType())) {
          found.add(new PointsPayment(payment));
        }
      }
    }
    return found;
  }

  static Optional<PointsPayment> of(Order order) {
    return allOf(order).stream().findFirst();
  }

  Optional<PointsReference> reference() {
    return PointsReference.of(payment);
  }

  /** Zero when the reference is not ours. */
  long points() {
    return reference().map(reference -> reference.points).orElse(0L);
  }

  boolean isConfirmed() {
    return payment.isConfirmed();
  }

  /** Whether nobody has tried to confirm it yet. */
  boolean isUntouched() {
    return !payment.getTransactions().isEmpty()
        && payment.getTransactions().stream()
            .allMatch(t -> PaymentTransactionType.UNCONFIRMED.equals(t.getType()));
  }

  /** Begins a new attempt, under a number of its own. */
  PointsReference renew(PointsReference old) {
    PointsReference next = old.again();
    payment.setReferenceNumber(next.toString());
    return next;
  }

  void resize(PointsReference reference, Money amount) {
    payment.setReferenceNumber(reference.toString());
    payment.setAmount(amount);
    for (PaymentTransaction transaction : payment.getTransactions()) {
      transaction.setAmount(amount);
    }
  }

  /** It stays on the order for the record, as the host keeps those that came to nothing. */
  void drop() {
    payment.setArchived('Y');
    for (PaymentTransaction transaction : payment.getTransactions()) {
      transaction.setArchived('Y');
    }
  }
}
