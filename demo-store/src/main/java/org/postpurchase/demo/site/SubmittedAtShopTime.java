package org.postpurchase.demo.site;

import org.broadleafcommerce.common.time.SystemTime;
import org.broadleafcommerce.core.checkout.service.workflow.CheckoutSeed;
import org.broadleafcommerce.core.checkout.service.workflow.CompleteOrderActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;

/**
 * Completes an order as the host does, at the shop's time.
 *
 * <p>The host numbers an order by the shop's time but dates it by the machine's; with a moved clock
 * the two would differ.
 */
public class SubmittedAtShopTime extends CompleteOrderActivity {

  @Override
  public ProcessContext<CheckoutSeed> execute(ProcessContext<CheckoutSeed> context)
      throws Exception {
    ProcessContext<CheckoutSeed> completed = super.execute(context);
    completed.getSeedData().getOrder().setSubmitDate(SystemTime.asDate());
    return completed;
  }
}
