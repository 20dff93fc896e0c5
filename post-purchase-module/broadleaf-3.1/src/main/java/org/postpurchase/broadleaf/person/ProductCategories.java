package org.postpurchase.broadleaf.person;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.shared.jdbc.RowSets;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** In which categories products are, those above them included. */
public final class ProductCategories {
  private static final long KEEP_NANOS = 60_000_000_000L;

  private static final String OF_PRODUCTS =
      "select p.PRODUCT_ID, p.DEFAULT_CATEGORY_ID, x.CATEGORY_ID from BLC_PRODUCT p left join"
          + " BLC_CATEGORY_PRODUCT_XREF x on x.PRODUCT_ID = p.PRODUCT_ID where p.PRODUCT_ID {keys}";

  private final JdbcTemplate jdbc;
  private final RowSets sets;
  private volatile Map<Long, Long> parents;
  private volatile long readAgainNanos;

  public ProductCategories(JdbcTemplate jdbc, RowSets sets) {
    this.jdbc = jdbc;
    this.sets = sets;
  }

  public Map<Long, Set<Long>> of(Collection<Long> products) {
    Map<Long, Set<Long>> all = new HashMap<>();
    sets.select(
        OF_PRODUCTS,
        products,
        (row, n) -> {
          Set<Long> categories =
              all.computeIfAbsent(row.getLong("PRODUCT_ID"), id -> new TreeSet<>());
          add(categories, row.getLong("CATEGORY_ID"));
          add(categories, row.getLong("DEFAULT_CATEGORY_ID"));
          return n;
        });
    all.values().removeIf(Set::isEmpty);
    return all;
  }

  /**
   * @param category 0 for none
   */
  private void add(Set<Long> categories, long category) {
    Long next = category == 0 ? null : category;
    while (next != null && categories.add(next)) { // its parents belong to it
      next = parents().get(next);
    }
  }

  /** The tree changes seldom; what is a minute old will do. */
  private Map<Long, Long> parents() {
    long now = System.nanoTime();
    Map<Long, Long> known = parents;
    if (known == null || now - readAgainNanos >= 0) {
      Map<Long, Long> read = new HashMap<>();
      RowMapper<Object> collect =
          (row, n) ->
              read.put(row.getLong("CATEGORY_ID"), row.getLong("DEFAULT_PARENT_CATEGORY_ID"));
      jdbc.query(
          "select CATEGORY_ID, DEFAULT_PARENT_CATEGORY_ID from BLC_CATEGORY"
              + " where DEFAULT_PARENT_CATEGORY_ID is not null",
          collect);
      readAgainNanos = now + KEEP_NANOS;
      parents = read;
      return read;
    }
    return known;
  }
}
