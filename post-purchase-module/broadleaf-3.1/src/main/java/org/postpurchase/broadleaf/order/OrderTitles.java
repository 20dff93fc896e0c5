package org.postpurchase.broadleaf.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What a person calls an order: its number, and the names of what was bought. One statement. */
public final class OrderTitles {
  private static final String TITLES =
      "select o.ORDER_ID, o.ORDER_NUMBER, coalesce(i.NAME, s.NAME, d.NAME)"
          + " from BLC_ORDER o left join BLC_ORDER_ITEM i on i.ORDER_ID = o.ORDER_ID"
          + " left join BLC_DISCRETE_ORDER_ITEM x on x.ORDER_ITEM_ID = i.ORDER_ITEM_ID"
          + " left join BLC_SKU s on s.SKU_ID = x.SKU_ID"
          + " left join BLC_PRODUCT p on p.PRODUCT_ID = x.PRODUCT_ID"
          + " left join BLC_SKU d on d.SKU_ID = p.DEFAULT_SKU_ID"
          + " where o.ORDER_NUMBER is not null and o.ORDER_ID in (%s)"
          + " order by o.ORDER_ID, i.ORDER_ITEM_ID";

  private final JdbcTemplate jdbc;

  public OrderTitles(DataSource database) {
    this.jdbc = new JdbcTemplate(database);
  }

  /** By order id; carts and orders that are gone are left out. */
  public Map<Long, Title> of(Collection<Long> orderIds) {
    TreeSet<Long> ids = new TreeSet<>(orderIds);
    ids.remove(0L);
    if (ids.isEmpty()) {
      return Collections.emptyMap();
    }
    Map<Long, Title> titles = new LinkedHashMap<>();
    String marks = String.join(",", Collections.nCopies(ids.size(), "?"));
    RowCallbackHandler reader =
        row -> {
          Title title = titles.get(row.getLong(1));
          if (title == null) {
            title = new Title(row.getString(2));
            titles.put(row.getLong(1), title);
          }
          if (row.getString(3) != null) {
            title.products.add(row.getString(3));
          }
        };
    jdbc.query(String.format(TITLES, marks), reader, ids.toArray());
    return titles;
  }

  /** One order's. */
  public static final class Title {
    public final String number;

    /** In the order in which they were put into the cart. */
    public final List<String> products = new ArrayList<>();

    Title(String number) {
      this.number = number;
    }
  }
}
