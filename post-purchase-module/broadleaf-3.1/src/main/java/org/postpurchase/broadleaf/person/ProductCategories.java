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
    RowMapper<Object> collect =
        (row, n) -> {
          add(
              all.computeIfAbsent(row.getLong("PRODUCT_ID"), id -> new TreeSet<>()),
              row.getLong("CATEGORY_ID"));
          return n;
        };
    sets.select(
        "select PRODUCT_ID, CATEGORY_ID from BLC_CATEGORY_PRODUCT_XREF where PRODUCT_ID {keys}",
        products,
        collect);
    sets.select(
        "select PRODUCT_ID, DEFAULT_CATEGORY_ID as CATEGORY_ID from BLC_PRODUCT"
            + " where DEFAULT_CATEGORY_ID is not null and PRODUCT_ID {keys}",
        products,
        collect);
    return all;
  }

  private void add(Set<Long> categories, long category) {
    for (Long next = category; next != null && categories.add(next); next = parents().get(next)) {
      // its parents belong to it
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
