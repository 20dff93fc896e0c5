package org.postpurchase.broadleaf.restraint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The categories that a shopper can be interested in: those that have products, by name. */
public final class ShopCategories {
  private static final int MOST = 24;
  private static final String READ =
      "select c.CATEGORY_ID, c.NAME from BLC_CATEGORY c where (c.ARCHIVED is null or c.ARCHIVED <>"
          + " 'Y') and (c.ACTIVE_END_DATE is null or c.ACTIVE_END_DATE > current_timestamp) and"
          + " exists (select 1 from BLC_CATEGORY_PRODUCT_XREF x where x.CATEGORY_ID ="
          + " c.CATEGORY_ID) order by c.NAME, c.CATEGORY_ID limit ?";
  private final JdbcTemplate jdbc;

  public ShopCategories(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Names by id, the first two dozen. Joins the caller's transaction. */
  public Map<Long, String> all() {
    Map<Long, String> names = new LinkedHashMap<>();
    RowCallbackHandler collect = row -> names.put(row.getLong(1), row.getString(2));
    jdbc.query(READ, collect, MOST);
    return names;
  }
}
