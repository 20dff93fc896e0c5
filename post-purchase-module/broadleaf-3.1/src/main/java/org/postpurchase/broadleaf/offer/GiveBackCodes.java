package org.postpurchase.broadleaf.offer;

import java.util.Map;
import org.broadleafcommerce.core.checkout.service.workflow.CheckoutSeed;
import org.broadleafcommerce.core.workflow.Activity;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.broadleafcommerce.core.workflow.state.RollbackHandler;

/** The checkout failed after its codes were reserved: they can be used again at once. */
public final class GiveBackCodes implements RollbackHandler<CheckoutSeed> {
  static final String ORDER_ID = "postpurchase.orderId";

  private final CodeReservations reservations;

  public GiveBackCodes(CodeReservations reservations) {
    this.reservations = reservations;
  }

  @Override
  public void rollbackState(
      Activity<? extends ProcessContext<CheckoutSeed>> activity,
      ProcessContext<CheckoutSeed> context,
      Map<String, Object> state) {
    reservations.giveBack((Long) state.get(ORDER_ID));
  }
}
