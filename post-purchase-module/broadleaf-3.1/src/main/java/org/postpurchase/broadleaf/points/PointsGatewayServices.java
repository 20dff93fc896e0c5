package org.postpurchase.broadleaf.points;

import org.broadleafcommerce.common.payment.service.PaymentGatewayConfiguration;
import org.broadleafcommerce.common.payment.service.PaymentGatewayConfigurationService;
import org.broadleafcommerce.common.payment.service.PaymentGatewayCreditCardService;
import org.broadleafcommerce.common.payment.service.PaymentGatewayCustomerService;
import org.broadleafcommerce.common.payment.service.PaymentGatewayFraudService;
import org.broadleafcommerce.common.payment.service.PaymentGatewayHostedService;
import org.broadleafcommerce.common.payment.service.PaymentGatewayReportingService;
import org.broadleafcommerce.common.payment.service.PaymentGatewayRollbackService;
import org.broadleafcommerce.common.payment.service.PaymentGatewaySubscriptionService;
import org.broadleafcommerce.common.payment.service.PaymentGatewayTransactionConfirmationService;
import org.broadleafcommerce.common.payment.service.PaymentGatewayTransactionService;
import org.broadleafcommerce.common.payment.service.PaymentGatewayTransparentRedirectService;
import org.broadleafcommerce.common.payment.service.PaymentGatewayWebResponseService;
import org.broadleafcommerce.common.web.payment.expression.PaymentGatewayFieldExtensionHandler;
import org.broadleafcommerce.common.web.payment.processor.CreditCardTypesExtensionHandler;
import org.broadleafcommerce.common.web.payment.processor.TRCreditCardExtensionHandler;

/** The points gateway as the host looks it up: of all that a gateway may offer, it does three. */
public final class PointsGatewayServices implements PaymentGatewayConfigurationService {
  private final PaymentGatewayConfiguration configuration = new PointsGatewayConfiguration();
  private final PointsGateway gateway;

  public PointsGatewayServices(PointsGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public PaymentGatewayConfiguration getConfiguration() {
    return configuration;
  }

  @Override
  public PaymentGatewayTransactionService getTransactionService() {
    return null;
  }

  @Override
  public PaymentGatewayTransactionConfirmationService getTransactionConfirmationService() {
    return gateway;
  }

  @Override
  public PaymentGatewayReportingService getReportingService() {
    return null;
  }

  @Override
  public PaymentGatewayCreditCardService getCreditCardService() {
    return null;
  }

  @Override
  public PaymentGatewayCustomerService getCustomerService() {
    return null;
  }

  @Override
  public PaymentGatewaySubscriptionService getSubscriptionService() {
    return null;
  }

  @Override
  public PaymentGatewayFraudService getFraudService() {
    return null;
  }

  @Override
  public PaymentGatewayHostedService getHostedService() {
    return null;
  }

  @Override
  public PaymentGatewayRollbackService getRollbackService() {
    return gateway;
  }

  @Override
  public PaymentGatewayWebResponseService getWebResponseService() {
    return null;
  }

  @Override
  public PaymentGatewayTransparentRedirectService getTransparentRedirectService() {
    return null;
  }

  @Override
  public TRCreditCardExtensionHandler getCreditCardExtensionHandler() {
    return null;
  }

  @Override
  public PaymentGatewayFieldExtensionHandler getFieldExtensionHandler() {
    return null;
  }

  @Override
  public CreditCardTypesExtensionHandler getCreditCardTypesExtensionHandler() {
    return null;
  }
}
