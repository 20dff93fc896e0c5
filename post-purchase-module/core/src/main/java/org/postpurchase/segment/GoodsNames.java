package org.postpurchase.segment;

import java.util.Collection;
import java.util.Map;

/** What the shop's catalogue has, by id and name. Joins the caller's transaction. */
public interface GoodsNames {
  /** Those of the products that there are. */
  Map<Long, String> products(Collection<Long> ids);

  /** All categories that there are, by name. */
  Map<Long, String> categories();

  /** The merchant's tiers: name by key. */
  Map<String, String> tiers();

  /**
   * Products whose names or models contain the text, without regard to case, or which have it as
   * their number, at most so many.
   */
  Map<Long, String> productsNamed(String text, int limit);
}
