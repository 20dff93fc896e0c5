package org.postpurchase.broadleaf.offer;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ModuleActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.postpurchase.broadleaf.order.HookFailureLog;
import org.postpurchase.reward.CodeProblem;
import org.springframework.beans.factory.ObjectFactory;

/**
 * Pricing, before the host looks for offers: finds out which ones the order has only through codes
 * that may not be used, and which are for members of a higher tier. The codes stay on the order, so
 * that a page can say why.
 *
 * <p>Costs nothing for an order without codes, one statement more where the host has offers to
 * apply, and never fails the pricing.
 */
public class FindUnusableOffersActivity extends BaseActivity<ProcessContext<Order>>
    implements ModuleActivity {
  private static final int BEFORE_OFFERS = 900;

  private final HookFailureLog failures =
      new HookFailureLog(
          FindUnusableOffersActivity.class,
          "withhold offers from an order",
          "The order is priced as if all of its codes might be used.");

  private final ObjectFactory<CodeNotices> notices;
  private final UnusableOffers unusable;
  private final TierOffers tierOffers;

  /**
   * @param notices asked for when first needed, because our beans need the host's that price
   */
  public FindUnusableOffersActivity(
      ObjectFactory<CodeNotices> notices, UnusableOffers unusable, TierOffers tierOffers) {
    this.notices = notices;
    this.unusable = unusable;
    this.tierOffers = tierOffers;
    setOrder(BEFORE_OFFERS);
  }

  @Override
  public String getModuleName() {
    return "post-purchase";
  }

  @Override
  public ProcessContext<Order> execute(ProcessContext<Order> context) {
    try {
      unusable.forget();
      Order order = context.getSeedData();
      Set<Long> withheld =
          OrderCodes.of(order).isEmpty()
              ? Collections.emptySet()
              : offersOf(order, notices.getObject().of(order));
      unusable.remember(order.getId(), withheld, () -> tierOffers.withheldFrom(order));
    } catch (Throwable failure) { // never into the host's pricing
      failures.log(failure);
    }
    return context;
  }

  private static Set<Long> offersOf(Order order, List<CodeProblem> problems) {
    Set<String> refused =
        problems.stream().map(problem -> OrderCodes.form(problem.code)).collect(Collectors.toSet());
    Set<Long> withheld = new HashSet<>();
    Set<Long> granted = new HashSet<>();
    for (OfferCode code : OrderCodes.of(order)) {
      boolean usable =
          code.getOfferCode() == null || !refused.contains(OrderCodes.form(code.getOfferCode()));
      boolean anyway = code.getOffer().isAutomaticallyAdded();
      (usable || anyway ? granted : withheld).add(code.getOffer().getId());
    }
    withheld.removeAll(granted);
    return withheld;
  }
}
