package org.postpurchase.broadleaf.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.postpurchase.review.ReviewedProducts;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;

/** Products of the host's catalogue that are not archived; one statement for any number. */
public final class BroadleafProducts implements ReviewedProducts {
  private static final String PRODUCTS =
      "select p.PRODUCT_ID, p.URL, p.MODEL, p.MANUFACTURE, s.SKU_ID, s.NAME from BLC_PRODUCT p join"
          + " BLC_SKU s on s.SKU_ID = p.DEFAULT_SKU_ID where p.PRODUCT_ID {keys} and"
          + " coalesce(p.ARCHIVED, 'N') <> 'Y'";

  private final Inserts inserts;
  private final Supplier<Shop> shop;

  public BroadleafProducts(Inserts inserts, Supplier<Shop> shop) {
    this.inserts = inserts;
    this.shop = shop;
  }

  @Override
  public Map<Long, Product> of(Collection<Long> productIds) {
    Map<Long, Product> found = new HashMap<>();
    inserts
        .rows()
        .select(PRODUCTS, productIds, (row, n) -> found.put(row.getLong("PRODUCT_ID"), of(row)));
    return found;
  }

  private Product of(ResultSet row) throws SQLException {
    String path = Columns.text(row, "URL");
    return new Product(
        row.getLong("PRODUCT_ID"),
        Columns.text(row, "NAME"),
        path.isEmpty() || !path.startsWith("/") ? path : shop.get().url + path,
        String.valueOf(row.getLong("SKU_ID")),
        Columns.text(row, "MANUFACTURE"),
        Columns.text(row, "MODEL"));
  }
}
