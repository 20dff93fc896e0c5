package org.postpurchase.broadleaf.points;

import java.util.Map;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.core.checkout.service.workflow.CheckoutSeed;
import org.broadleafcommerce.core.workflow.Activity;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.broadleafcommerce.core.workflow.state.RollbackHandler;

/**
 * The checkout failed: the points can be used again at once, and the cart is to be paid with them
 * as before.
 *
 * <p>The gateway gives them back too. It is not asked, though, when another gateway throws in the
 * host's loop over the payments; and the host archives a payment that was undone.
 */
public final class PutPointsBack implements RollbackHandler<CheckoutSeed> {
  static final String REFERENCE = "postpurchase.points.reference";
  static final String AMOUNT = "postpurchase.points.amount";

  private final PointsReservations reservations;
  private final PointsPayments payments;

  public PutPointsBack(PointsReservations reservations, PointsPayments payments) {
    this.reservations = reservations;
    this.payments = payments;
  }

  @Override
  public void rollbackState(
      Activity<? extends ProcessContext<CheckoutSeed>> activity,
      ProcessContext<CheckoutSeed> context,
      Map<String, Object> state) {
    PointsReference reference = (PointsReference) state.get(REFERENCE);
    if (reference == null) {
      return; // somebody else's payment in our name, refused by the gateway
    }
    reservations.release(reference);
    payments.putBack(context.getSeedData().getOrder(), reference, (Money) state.get(AMOUNT));
  }
}
