package org.postpurchase.site.confirmation;

import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.postpurchase.broadleaf.config.PostPurchase;
import org.postpurchase.confirmation.ConfirmationView;
import org.postpurchase.confirmation.ShowConfirmation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code #postpurchase} in the store's page templates.
 *
 * <p>Never throws: whatever goes wrong here, the store's page is rendered without our block and the
 * reason is in the log.
 */
public final class PostPurchaseExpression implements BroadleafVariableExpression {
  private static final Logger LOG = LoggerFactory.getLogger(PostPurchaseExpression.class);

  private final ShowConfirmation confirmation;

  public PostPurchaseExpression(PostPurchase plugin) {
    this.confirmation = plugin.getConfirmation();
  }

  @Override
  public String getName() {
    return "postpurchase";
  }

  /**
   * The confirmation block for the order on the page, or null when there is nothing to show: no
   * placed order, another visitor's order, or the merchant has not switched the block on. Changes
   * nothing; the same at every refresh.
   *
   * @param order the host's order, as its confirmation controller puts it into the page
   */
  public ConfirmationView confirmation(Object order) {
    try {
      Customer viewer = CustomerState.getCustomer();
      if (!(order instanceof Order) || viewer == null || viewer.getId() == null) {
        return null;
      }
      return confirmation.forOrder(((Order) order).getId(), viewer.getId()).orElse(null);
    } catch (Throwable failure) { // the page comes first
      LOG.error("the confirmation block was left out of the page", failure);
      return null;
    }
  }
}
