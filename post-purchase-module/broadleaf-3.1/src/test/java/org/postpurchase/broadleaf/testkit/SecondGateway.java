package org.postpurchase.broadleaf.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.payment.PaymentGatewayType;
import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.common.payment.PaymentType;
import org.broadleafcommerce.common.payment.dto.PaymentRequestDTO;
import org.broadleafcommerce.common.payment.dto.PaymentResponseDTO;
import org.broadleafcommerce.common.payment.service.PaymentGatewayConfiguration;
import org.broadleafcommerce.common.payment.service.PaymentGatewayConfigurationService;
import org.broadleafcommerce.common.payment.service.PaymentGatewayRollbackService;
import org.broadleafcommerce.common.payment.service.PaymentGatewayTransactionConfirmationService;

/** Another way to pay, confirmed at checkout as PayPal is, that does what a test tells it to. */
public final class SecondGateway {
  public static final PaymentGatewayType TYPE = new PaymentGatewayType("TEST_SECOND", "Second");

  /** What it answers. */
  public enum Mood {
    ACCEPTS,
    DECLINES,
    THROWS
  }

  private static volatile Mood mood = Mood.ACCEPTS;

  private SecondGateway() {}

  public static void is(Mood next) {
    mood = next;
  }

  /** Called by Spring. */
  public static PaymentGatewayConfigurationService service() {
    PaymentGatewayConfiguration configuration =
        proxy(
            PaymentGatewayConfiguration.class,
            (self, method, args) ->
                switch (method.getName()) {
                  case "getGatewayType" -> TYPE;
                  case "getFailureReportingThreshold" -> 0;
                  default -> false;
                });
    PaymentGatewayTransactionConfirmationService confirm = SecondGateway::confirm;
    PaymentGatewayRollbackService rollback =
        proxy(
            PaymentGatewayRollbackService.class,
            (self, method, args) ->
                response((PaymentRequestDTO) args[0], PaymentTransactionType.VOID, true));
    return proxy(
        PaymentGatewayConfigurationService.class,
        (self, method, args) ->
            switch (method.getName()) {
              case "getConfiguration" -> configuration;
              case "getTransactionConfirmationService" -> confirm;
              case "getRollbackService" -> rollback;
              case "equals" -> self == args[0];
              case "hashCode" -> 1;
              default -> null;
            });
  }

  private static PaymentResponseDTO confirm(PaymentRequestDTO request) {
    if (mood == Mood.THROWS) {
      throw new IllegalStateException("the other gateway is down");
    }
    return response(request, PaymentTransactionType.AUTHORIZE_AND_CAPTURE, mood == Mood.ACCEPTS);
  }

  private static PaymentResponseDTO response(
      PaymentRequestDTO request, PaymentTransactionType type, boolean successful) {
    return new PaymentResponseDTO(PaymentType.THIRD_PARTY_ACCOUNT, TYPE)
        .amount(new Money(request.getTransactionTotal(), request.getOrderCurrencyCode()))
        .paymentTransactionType(type)
        .rawResponse("test")
        .successful(successful);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            SecondGateway.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
