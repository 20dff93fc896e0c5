package org.postpurchase.broadleaf.points;

import org.broadleafcommerce.common.payment.PaymentGatewayType;

/**
 * The gateway that points are paid through, as the host writes it to its payments. A bean, because
 * the host reads only types whose class has been loaded.
 */
public final class PointsGatewayType extends PaymentGatewayType {
  private static final long serialVersionUID = 1L;

  public static final PaymentGatewayType LOYALTY_POINTS =
      new PaymentGatewayType("LOYALTY_POINTS", "Loyalty points");
}
