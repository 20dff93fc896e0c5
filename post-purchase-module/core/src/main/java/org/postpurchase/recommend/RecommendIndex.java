package org.postpurchase.recommend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The last build and the merchant's pairs, in memory. Filled by one thread before it is shared,
 * never changed after.
 */
public final class RecommendIndex {
  /** Kept for each product. */
  public static final int TOGETHER_MOST = 8;

  /** Kept for each category. */
  public static final int CATEGORY_MOST = 12;

  /** Kept for the whole shop. */
  public static final int SHOP_MOST = 40;

  /** Nothing to recommend. */
  static final RecommendIndex EMPTY = new RecommendIndex();

  private final Map<Long, long[]> together = new HashMap<>();
  private final Map<Long, long[]> top = new HashMap<>();
  private final Map<Long, String> categories = new HashMap<>();
  private final Map<Long, List<Complement>> ofProduct = new HashMap<>();
  private final Map<Long, List<Complement>> ofCategory = new HashMap<>();

  /** Best first. */
  public void together(long product, Collection<Long> others) {
    together.put(product, others.stream().mapToLong(Long::longValue).toArray());
  }

  /**
   * @param category 0 for the whole shop
   * @param products best first
   */
  public void top(long category, Collection<Long> products) {
    top.put(category, products.stream().mapToLong(Long::longValue).toArray());
  }

  public void names(Map<Long, String> names) {
    categories.putAll(names);
  }

  /** In the order in which they are to be offered. */
  public void complements(Collection<Complement> all) {
    for (Complement each : all) {
      (each.forCategory ? ofCategory : ofProduct)
          .computeIfAbsent(each.forId, id -> new ArrayList<>())
          .add(each);
    }
  }

  boolean isEmpty() {
    return together.isEmpty() && top.isEmpty() && ofProduct.isEmpty() && ofCategory.isEmpty();
  }

  long[] together(long product) {
    return together.getOrDefault(product, new long[0]);
  }

  long[] top(long category) {
    return top.getOrDefault(category, new long[0]);
  }

  /** Empty where it is not there any more. */
  String category(long id) {
    return categories.getOrDefault(id, "");
  }

  List<Complement> complements(long product, Collection<Long> inCategories) {
    List<Complement> all =
        new ArrayList<>(ofProduct.getOrDefault(product, Collections.emptyList()));
    for (long category : inCategories) {
      all.addAll(ofCategory.getOrDefault(category, Collections.emptyList()));
    }
    return all;
  }

  /** Categories with bestsellers of their own. */
  Set<Long> topCategories() {
    Set<Long> all = new LinkedHashSet<>(top.keySet());
    all.remove(0L);
    return all;
  }

  Map<Long, String> names() {
    return new LinkedHashMap<>(categories);
  }
}
