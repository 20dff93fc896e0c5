package org.postpurchase.broadleaf.points;

import java.util.Optional;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.common.payment.PaymentType;
import org.broadleafcommerce.common.payment.dto.PaymentRequestDTO;
import org.broadleafcommerce.common.payment.dto.PaymentResponseDTO;
import org.broadleafcommerce.common.payment.service.PaymentGatewayRollbackService;
import org.broadleafcommerce.common.payment.service.PaymentGatewayTransactionConfirmationService;
import org.broadleafcommerce.common.vendor.service.exception.PaymentException;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.postpurchase.broadleaf.order.HookFailureLog;
import org.springframework.beans.factory.ObjectFactory;

/**
 * Takes points when the host confirms the payments of an order, by reserving them, and gives them
 * back when the checkout fails. They are spent once the order is placed, and not by the host.
 *
 * <p>Never throws: in the host's loop over the payments, an exception would keep it from undoing
 * the others.
 */
public final class PointsGateway
    implements PaymentGatewayTransactionConfirmationService, PaymentGatewayRollbackService {
  private final HookFailureLog failures =
      new HookFailureLog(
          PointsGateway.class,
          "take the points of an order",
          "The payment is refused, and the shopper is told so.");

  private final ObjectFactory<OrderService> orders;
  private final ObjectFactory<PointsReservations> reservations;

  /** Both are asked for when first needed: the host collects its gateways before it has either. */
  public PointsGateway(
      ObjectFactory<OrderService> orders, ObjectFactory<PointsReservations> reservations) {
    this.orders = orders;
    this.reservations = reservations;
  }

  @Override
  public PaymentResponseDTO confirmTransaction(PaymentRequestDTO request) {
    try {
      Order order = order(request);
      PointsPayment payment = PointsPayment.of(order).orElse(null);
      Optional<PointsProblem> problem =
          payment == null
              ? Optional.of(PointsProblem.GONE)
              : reservations.getObject().reserve(order, payment);
      return problem.isPresent()
          ? refused(request, problem.get())
          : response(request, PaymentTransactionType.AUTHORIZE_AND_CAPTURE)
              .rawResponse("reserved: " + payment.payment.getReferenceNumber());
    } catch (Throwable failure) { // never into the host's loop
      failures.log(failure);
      return refused(request, PointsProblem.UNAVAILABLE);
    }
  }

  /**
   * Never of the type of a success: the host allows one of those for each payment, even after one
   * that has failed.
   */
  private static PaymentResponseDTO refused(PaymentRequestDTO request, PointsProblem problem) {
    return response(request, PaymentTransactionType.AUTHORIZE)
        .successful(false)
        .rawResponse("refused: " + problem);
  }

  @Override
  public PaymentResponseDTO rollbackAuthorizeAndCapture(PaymentRequestDTO request) {
    try {
      PointsPayment.of(order(request))
          .flatMap(PointsPayment::reference)
          .ifPresent(reservations.getObject()::release);
    } catch (Throwable failure) { // the hold is settled later; the host has more to undo
      failures.log(failure);
    }
    return response(request, PaymentTransactionType.VOID).rawResponse("released");
  }

  @Override
  public PaymentResponseDTO rollbackAuthorize(PaymentRequestDTO request) throws PaymentException {
    throw notDone("an authorization");
  }

  @Override
  public PaymentResponseDTO rollbackCapture(PaymentRequestDTO request) throws PaymentException {
    throw notDone("a capture");
  }

  @Override
  public PaymentResponseDTO rollbackRefund(PaymentRequestDTO request) throws PaymentException {
    throw notDone("a refund");
  }

  private static PaymentException notDone(String what) {
    return new PaymentException("Points are never taken by " + what + " of its own.");
  }

  private Order order(PaymentRequestDTO request) {
    return orders.getObject().findOrderById(Long.valueOf(request.getOrderId()));
  }

  private static PaymentResponseDTO response(
      PaymentRequestDTO request, PaymentTransactionType type) {
    return new PaymentResponseDTO(PaymentType.CUSTOMER_CREDIT, PointsGatewayType.LOYALTY_POINTS)
        .orderId(request.getOrderId())
        .amount(new Money(request.getTransactionTotal(), request.getOrderCurrencyCode()))
        .paymentTransactionType(type)
        .successful(true);
  }
}
