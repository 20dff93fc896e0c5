package org.postpurchase.broadleaf.offer;

import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.broadleafcommerce.common.extension.AbstractExtensionHandler;
import org.broadleafcommerce.common.extension.ExtensionResultHolder;
import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.core.offer.dao.OfferCodeDaoExtensionHandler;
import org.broadleafcommerce.core.offer.dao.OfferCodeDaoExtensionManager;
import org.postpurchase.broadleaf.referral.TypedCode;
import org.postpurchase.reward.CodeForm;

/**
 * The host looks codes up exactly as they were typed. This looks for the one form of what was
 * typed, so that no page of a store has to bring it there, and for codes of the store in capitals
 * too. The second look at what was found comes from the cache of queries.
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
      if (!query(em, candidate, cacheable, cacheRegion).getResultList().isEmpty()) {
        // a fresh one: outside of a session, a query can be asked only once
        found.setResult(query(em, candidate, cacheable, cacheRegion));
        TypedCode.lookedUp(candidate);
        return ExtensionResultStatusType.HANDLED;
      }
    }
    return ExtensionResultStatusType.NOT_HANDLED;
  }

  private static Query query(EntityManager em, String code, boolean cacheable, String region) {
    Query query = em.createNamedQuery(BY_CODE);
    query.setParameter("code", code);
    query.setHint("org.hibernate.cacheable", cacheable);
    query.setHint("org.hibernate.cacheRegion", region);
    return query;
  }
}
