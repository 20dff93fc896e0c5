package org.postpurchase.broadleaf.points;

import org.broadleafcommerce.common.payment.PaymentGatewayType;
import org.broadleafcommerce.common.payment.service.PaymentGatewayConfiguration;

/** What the host may ask of the points gateway: to take, and to take back. */
final class PointsGatewayConfiguration implements PaymentGatewayConfiguration {
  @Override
  public PaymentGatewayType getGatewayType() {
    return PointsGatewayType.LOYALTY_POINTS;
  }

  @Override
  public boolean isPerformAuthorizeAndCapture() {
    return true;
  }

  @Override
  public void setPerformAuthorizeAndCapture(boolean performAuthorizeAndCapture) {
    // there is no other way
  }

  @Override
  public int getFailureReportingThreshold() {
    return 0;
  }

  @Override
  public void setFailureReportingThreshold(int failureReportingThreshold) {
    // nobody outside is asked, so nothing is counted
  }

  @Override
  public boolean handlesAuthorize() {
    return false;
  }

  @Override
  public boolean handlesCapture() {
    return false;
  }

  @Override
  public boolean handlesAuthorizeAndCapture() {
    return true;
  }

  @Override
  public boolean handlesReverseAuthorize() {
    return false;
  }

  @Override
  public boolean handlesVoid() {
    return true;
  }

  @Override
  public boolean handlesRefund() {
    return false;
  }

  @Override
  public boolean handlesPartialCapture() {
    return false;
  }

  @Override
  public boolean handlesMultipleShipment() {
    return false;
  }

  @Override
  public boolean handlesRecurringPayment() {
    return false;
  }

  @Override
  public boolean handlesSavedCustomerPayment() {
    return false;
  }

  @Override
  public boolean handlesMultiplePayments() {
    return false;
  }
}
