package org.postpurchase.broadleaf.offer;

import java.util.List;
import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.broadleafcommerce.core.offer.service.AbstractOfferServiceExtensionHandler;
import org.broadleafcommerce.core.offer.service.OfferServiceExtensionManager;
import org.broadleafcommerce.core.order.domain.Order;

/** Takes offers that the order may not have out of those that the host is about to apply. */
public class WithholdUnusableOffers extends AbstractOfferServiceExtensionHandler {
  private final UnusableOffers unusable;

  public WithholdUnusableOffers(OfferServiceExtensionManager manager, UnusableOffers unusable) {
    this.unusable = unusable;
    manager.registerHandler(this);
  }

  @Override
  public ExtensionResultStatusType applyAdditionalFilters(List<Offer> offers) {
    unusable.removeFrom(offers);
    return ExtensionResultStatusType.HANDLED_CONTINUE;
  }

  /** What later hosts call instead. */
  public ExtensionResultStatusType applyAdditionalFilters(List<Offer> offers, Order order) {
    unusable.removeFrom(offers, order.getId());
    return ExtensionResultStatusType.HANDLED_CONTINUE;
  }
}
