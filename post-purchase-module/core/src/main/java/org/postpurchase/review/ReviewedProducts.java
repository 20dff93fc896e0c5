package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Map;

/** What the shop says about products that have reviews. */
public interface ReviewedProducts {
  /** Those that the shop still has and shows, by id. */
  Map<Long, Product> of(Collection<Long> productIds);

  /** A product of the shop. Immutable. */
  final class Product {
    public final long id;
    public final String name;

    /** Absolute; empty if the product has no page. */
    public final String url;

    /** Of its default article, as the shop's other feeds name it. */
    public final String sku;

    /** Empty when unknown. */
    public final String brand;

    /** The maker's own number; empty when unknown. */
    public final String makersNumber;

    public Product(
        long id, String name, String url, String sku, String brand, String makersNumber) {
      this.id = id;
      this.name = requireNonNull(name, "name");
      this.url = requireNonNull(url, "url");
      this.sku = requireNonNull(sku, "sku");
      this.brand = requireNonNull(brand, "brand");
      this.makersNumber = requireNonNull(makersNumber, "makersNumber");
    }
  }
}
