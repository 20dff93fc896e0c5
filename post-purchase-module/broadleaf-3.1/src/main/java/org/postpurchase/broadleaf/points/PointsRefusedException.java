package org.postpurchase.broadleaf.points;

import org.broadleafcommerce.core.checkout.service.exception.CheckoutException;
import org.broadleafcommerce.core.checkout.service.workflow.CheckoutSeed;

/**
 * The order is not placed because its points payment cannot be taken as the shopper saw it. The
 * message says why in the shopper's language; the host's own {@link CheckoutException} carries this
 * one as its cause.
 */
public final class PointsRefusedException extends CheckoutException {
  private static final long serialVersionUID = 1L;

  private final PointsProblem problem;

  PointsRefusedException(String message, PointsProblem problem, CheckoutSeed seed) {
    super(message, seed);
    this.problem = problem;
  }

  public PointsProblem getProblem() {
    return problem;
  }
}
