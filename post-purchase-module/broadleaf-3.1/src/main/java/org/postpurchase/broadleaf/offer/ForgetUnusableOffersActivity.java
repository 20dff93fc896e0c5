package org.postpurchase.broadleaf.offer;

import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ModuleActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;

/** Pricing, after the host's last look at offers: what was found about this order ends here. */
public class ForgetUnusableOffersActivity extends BaseActivity<ProcessContext<Order>>
    implements ModuleActivity {
  private static final int AFTER_SHIPPING_OFFERS = 6500;

  private final UnusableOffers unusable;

  public ForgetUnusableOffersActivity(UnusableOffers unusable) {
    this.unusable = unusable;
    setOrder(AFTER_SHIPPING_OFFERS);
  }

  @Override
  public String getModuleName() {
    return "post-purchase";
  }

  @Override
  public ProcessContext<Order> execute(ProcessContext<Order> context) {
    unusable.forget();
    return context;
  }
}
