package org.postpurchase.admin.review;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.service.CatalogService;

/** What the shop calls products. */
final class ProductNames {
  private final CatalogService catalogue;

  public ProductNames(CatalogService catalogue) {
    this.catalogue = catalogue;
  }

  /** By id; those that the shop does not have any more are missing. */
  Map<Long, String> of(Collection<Long> ids) {
    Map<Long, String> names = new HashMap<>();
    for (Long id : ids) {
      Product product = catalogue.findProductById(id);
      if (product != null && product.getName() != null) {
        names.put(id, product.getName());
      }
    }
    return names;
  }
}
