package org.postpurchase.broadleaf.offer;

import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.broadleafcommerce.common.extension.AbstractExtensionHandler;
import org.broadleafcommerce.common.extension.ExtensionResultHolder;
import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.core.offer.dao.OfferCodeDaoExtensionHandler;
import org.broadleafcommerce.core.offer.dao.OfferCodeDaoExtensionManager;
import org.postpurchase.reward.CodeForm;

/**
 * The host looks codes up exactly as they were typed. This looks for the one form of what was
 * typed, so that no page of a store has to bring it there, and for codes of the store in capitals
 * too. A code that is found as typed costs what it costs the host.
 */
public class FindCodesByTheirForm extends AbstractExtensionHandler
    implements OfferCodeDaoExtensionHandler {
  private static final String BY_CODE = "BC_READ_OFFER_CODE_BY_CODE";

  public FindCodesByTheirForm(OfferCodeDaoExtensionManager manager) {
    manager.registerHandler(this);
  }

  @Override
  public ExtensionResultStatusType createReadOfferCodeByCodeQuery(
      EntityManager em,
      ExtensionResultHolder<Query> found,
      String code,
      boolean cacheable,
      String cacheRegion) {
    if (code == null) {
      return ExtensionResultStatusType.NOT_HANDLED;
    }
    for (String candidate : CodeForm.candidates(code)) {
      Query query = em.createNamedQuery(BY_CODE);
      query.setParameter("code", candidate);
      query.setHint("org.hibernate.cacheable", cacheable);
      query.setHint("org.hibernate.cacheRegion", cacheRegion);
      if (!query.getResultList().isEmpty()) {
        found.setResult(query);
        return ExtensionResultStatusType.HANDLED;
      }
    }
    return ExtensionResultStatusType.NOT_HANDLED;
  }
}
