package org.postpurchase.broadleaf.testkit;

import org.broadleafcommerce.core.checkout.service.workflow.CheckoutSeed;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;

/** A step of the store's own in the checkout, at which a test may stop the world. */
public class CheckpointActivity extends BaseActivity<ProcessContext<CheckoutSeed>> {
  private final String point;

  public CheckpointActivity(String point, int order) {
    this.point = point;
    setOrder(order);
  }

  @Override
  public ProcessContext<CheckoutSeed> execute(ProcessContext<CheckoutSeed> context) {
    Checkpoints.reached(point);
    return context;
  }
}
