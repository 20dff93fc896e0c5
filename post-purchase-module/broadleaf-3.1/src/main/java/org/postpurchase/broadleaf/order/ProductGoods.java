package org.postpurchase.broadleaf.order;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.persistence.EntityNotFoundException;
import org.broadleafcommerce.core.catalog.domain.Category;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.ProductAttribute;
import org.hibernate.ObjectNotFoundException;
import org.postpurchase.order.OrderLine;

/** Where a product stands in the catalogue today, for rules about some products. */
final class ProductGoods {
  private static final String POINTS = "points";

  private ProductGoods() {}

  /** Products say {@code points=no} in an attribute when they earn none, such as gift cards. */
  static OrderLine.Goods of(Supplier<Optional<Product>> product) {
    Set<Long> categories = new LinkedHashSet<>();
    long[] productId = {0};
    unlessDeleted(
        () ->
            product
                .get()
                .map(
                    p -> {
                      productId[0] = p.getId();
                      if (p.getAllParentCategories() != null) {
                        p.getAllParentCategories().forEach(c -> addWithParents(c, categories));
                      }
                      return "";
                    }));
    String points =
        unlessDeleted(
            () ->
                product
                    .get()
                    .map(p -> p.getProductAttributes().get(POINTS))
                    .map(ProductAttribute::getValue));
    return new OrderLine.Goods(productId[0], categories, !"no".equalsIgnoreCase(points.trim()));
  }

  private static void addWithParents(Category category, Set<Long> categories) {
    for (Category c = category;
        c != null && categories.add(c.getId());
        c = c.getDefaultParentCategory()) {
      // its parents belong to it
    }
  }

  /** What is read, or nothing where the shop has deleted the row since. */
  static String unlessDeleted(Supplier<Optional<String>> read) {
    try {
      return read.get().orElse("");
    } catch (EntityNotFoundException | ObjectNotFoundException deleted) {
      return "";
    }
  }
}
