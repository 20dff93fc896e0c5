package org.postpurchase.broadleaf.recommend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;
import org.postpurchase.recommend.Shelf;
import org.postpurchase.recommend.ShelfProduct;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The host's catalogue and orders, asked with one statement.
 *
 * <p>On sale is a product that is not archived, has a page, and whose default SKU is within its
 * dates, not marked as unavailable and, where the quantity is checked, in stock. Its category says
 * how stock is kept where the SKU does not.
 */
public final class BroadleafShelf implements Shelf.Reader {
  private static final String STOCK = "coalesce(s.INVENTORY_TYPE, c.INVENTORY_TYPE, 'NONE')";
  private static final String ON_SALE =
      "select 'S' as KIND, p.PRODUCT_ID as ID, 0 as CATEGORY_ID, '' as MAILBOX, s.NAME, p.URL,"
          + " s.RETAIL_PRICE, s.SALE_PRICE, (select min(m.URL) from BLC_SKU_MEDIA_MAP x"
          + " join BLC_MEDIA m on m.MEDIA_ID = x.MEDIA_ID where x.BLC_SKU_SKU_ID = s.SKU_ID and"
          + " x.MAP_KEY = 'primary') as PICTURE"
          + " from BLC_PRODUCT p join BLC_SKU s on s.SKU_ID = p.DEFAULT_SKU_ID"
          + " left join BLC_CATEGORY c on c.CATEGORY_ID = p.DEFAULT_CATEGORY_ID"
          + " where {products} and (p.ARCHIVED is null or p.ARCHIVED <> 'Y') and p.URL is not null"
          + " and s.ACTIVE_START_DATE <= current_timestamp"
          + " and (s.ACTIVE_END_DATE is null or s.ACTIVE_END_DATE > current_timestamp)"
          + " and (s.AVAILABLE_FLAG is null or s.AVAILABLE_FLAG <> 'N') and "
          + STOCK
          + " <> 'UNAVAILABLE'";
  private static final String IN_STOCK =
      " and (" + STOCK + " <> 'CHECK_QUANTITY' or s.QUANTITY_AVAILABLE > 0)";
  private static final String NO_STOCK_IS_KEPT = " and " + STOCK + " <> 'CHECK_QUANTITY'";
  private static final String ORDERED =
      "select distinct 'O' as KIND, d.PRODUCT_ID as ID, coalesce(p.DEFAULT_CATEGORY_ID, 0) as"
          + " CATEGORY_ID, b.MAILBOX_KEY as MAILBOX, '' as NAME, '' as URL, 0 as RETAIL_PRICE,"
          + " 0 as SALE_PRICE, '' as PICTURE from PP_PERSON_ORDER b {orders}"
          + " join BLC_ORDER_ITEM i on i.ORDER_ID = {order}"
          + " join BLC_DISCRETE_ORDER_ITEM d on d.ORDER_ITEM_ID = i.ORDER_ITEM_ID"
          + " left join BLC_PRODUCT p on p.PRODUCT_ID = d.PRODUCT_ID"
          + " where {mailboxes} and d.PRODUCT_ID is not null";
  private static final String OF_MAILBOX =
      ORDERED.replace("{orders}", "").replace("{order}", "b.ORDER_ID");
  private static final String OF_ACCOUNT =
      ORDERED
          .replace(
              "{orders}",
              "join BLC_ORDER o on o.ORDER_ID = b.ORDER_ID"
                  + " join BLC_CUSTOMER u on u.CUSTOMER_ID = o.CUSTOMER_ID and u.IS_REGISTERED ="
                  + " true join BLC_ORDER a on a.CUSTOMER_ID = u.CUSTOMER_ID"
                  + " and a.ORDER_STATUS in ('SUBMITTED', 'CANCELLED')")
          .replace("{order}", "a.ORDER_ID");

  private final JdbcTemplate jdbc;
  private final SqlDialect dialect;
  private final Supplier<String> currency;
  private volatile Boolean countsStock;

  /**
   * @param currency of the catalogue's prices, as ISO 4217 code
   */
  public BroadleafShelf(JdbcTemplate jdbc, SqlDialect dialect, Supplier<String> currency) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.currency = currency;
  }

  @Override
  public Shelf read(Collection<Long> products, Collection<String> mailboxes) {
    Shelf shelf = new Shelf();
    if (products.isEmpty()) {
      return shelf;
    }
    String prices = currency.get();
    OneOf ids = OneOf.of(dialect, "p.PRODUCT_ID", products);
    List<Object> args = new ArrayList<>(Arrays.asList(ids.args()));
    String sql =
        ON_SALE.replace("{products}", ids.sql) + (countsStock() ? IN_STOCK : NO_STOCK_IS_KEPT);
    if (!mailboxes.isEmpty()) {
      OneOf people = OneOf.of(dialect, "b.MAILBOX_KEY", mailboxes);
      for (String ordered : Arrays.asList(OF_MAILBOX, OF_ACCOUNT)) {
        sql += " union all " + ordered.replace("{mailboxes}", people.sql);
        Collections.addAll(args, people.args());
      }
    }
    RowCallbackHandler put = row -> put(row, shelf, prices);
    jdbc.query(sql, put, args.toArray());
    return shelf;
  }

  private static void put(ResultSet row, Shelf shelf, String currency) throws SQLException {
    long id = row.getLong("ID");
    if ("O".equals(row.getString("KIND").trim())) {
      shelf.hasOrdered(row.getString("MAILBOX"), id, row.getLong("CATEGORY_ID"));
      return;
    }
    String name = Columns.text(row, "NAME");
    if (!name.isEmpty()) {
      shelf.sells(
          new ShelfProduct(
              id,
              name,
              Columns.text(row, "URL"),
              Columns.text(row, "PICTURE"),
              price(row, currency)));
    }
  }

  /** The sale price where there is one, as the host has it. */
  private static Money price(ResultSet row, String currency) throws SQLException {
    BigDecimal retail = row.getBigDecimal("RETAIL_PRICE");
    BigDecimal sale = row.getBigDecimal("SALE_PRICE");
    boolean reduced =
        sale != null && sale.signum() > 0 && (retail == null || sale.compareTo(retail) < 0);
    BigDecimal price = reduced ? sale : retail;
    return price == null
        ? null
        : Money.of(price, Currency.getInstance(currency), RoundingMode.HALF_UP);
  }

  /** The host weaves the column in; a store may have left that out, and keeps no stock then. */
  private boolean countsStock() {
    if (countsStock == null) {
      countsStock =
          jdbc.execute(
              (ConnectionCallback<Boolean>)
                  connection -> {
                    for (String table : new String[] {"BLC_SKU", "blc_sku"}) {
                      for (String column :
                          new String[] {"QUANTITY_AVAILABLE", "quantity_available"}) {
                        try (ResultSet found =
                            connection
                                .getMetaData()
                                .getColumns(connection.getCatalog(), null, table, column)) {
                          if (found.next()) {
                            return true;
                          }
                        }
                      }
                    }
                    return false;
                  });
    }
    return countsStock;
  }
}
