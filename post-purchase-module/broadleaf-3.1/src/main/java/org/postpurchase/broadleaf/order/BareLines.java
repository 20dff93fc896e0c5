package org.postpurchase.broadleaf.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.postpurchase.order.OrderLine;
import org.postpurchase.shared.Money;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The lines of an order as its own rows tell them, without the catalogue: the host loads SKU and
 * product with each line and gives up on the whole order when a row is gone, leaving behind a
 * session that cannot be committed. So it must be found out before.
 */
public final class BareLines {
  private static final String LINES =
      "select i.ORDER_ITEM_ID, i.NAME, i.QUANTITY, i.PRICE, case when exists (select 1"
          + " from BLC_FULFILLMENT_GROUP_ITEM p join BLC_FULFILLMENT_GROUP g"
          + " on g.FULFILLMENT_GROUP_ID = p.FULFILLMENT_GROUP_ID"
          + " where p.ORDER_ITEM_ID = i.ORDER_ITEM_ID and g.TYPE in ('DIGITAL', 'GIFT_CARD'))"
          + " then 1 else 0 end as NO_PARCEL from BLC_ORDER_ITEM i"
          + " where i.ORDER_ID = ? and i.PARENT_ORDER_ITEM_ID is null order by i.ORDER_ITEM_ID";
  private static final String DANGLING =
      "select distinct i.ORDER_ID from BLC_ORDER_ITEM i"
          + " join BLC_DISCRETE_ORDER_ITEM d on d.ORDER_ITEM_ID = i.ORDER_ITEM_ID"
          + " left join BLC_SKU s on s.SKU_ID = d.SKU_ID"
          + " left join BLC_PRODUCT p on p.PRODUCT_ID = s.DEFAULT_PRODUCT_ID"
          + " left join BLC_PRODUCT_SKU_XREF x on x.SKU_ID = s.SKU_ID"
          + " left join BLC_PRODUCT q on q.PRODUCT_ID = x.PRODUCT_ID"
          + " where i.ORDER_ID in (%s) and (s.SKU_ID is null"
          + " or (s.DEFAULT_PRODUCT_ID is not null and p.PRODUCT_ID is null)"
          + " or (x.PRODUCT_ID is not null and q.PRODUCT_ID is null))";
  private static final OrderLine.Care GONE = new OrderLine.Care(false, "", "");

  private final JdbcTemplate jdbc;

  public BareLines(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the host would fail to load the lines of the order. */
  boolean areAllThereIs(long orderId) {
    return !amongst(Collections.singletonList(orderId)).isEmpty();
  }

  /** Of which of these orders the host would fail to load the lines. */
  Set<Long> amongst(Collection<Long> orderIds) {
    String places = String.join(", ", Collections.nCopies(orderIds.size(), "?"));
    return new HashSet<>(
        jdbc.queryForList(
            String.format(Locale.ROOT, DANGLING, places), Long.class, orderIds.toArray()));
  }

  List<OrderLine> of(long orderId, Currency currency) {
    return jdbc.query(LINES, (row, n) -> line(row, currency), orderId);
  }

  private static OrderLine line(ResultSet row, Currency currency) throws SQLException {
    String name = row.getString("NAME");
    int quantity = row.getInt("QUANTITY");
    BigDecimal price = row.getBigDecimal("PRICE");
    Money total =
        price == null
            ? Money.zero(currency)
            : Money.of(
                price.multiply(BigDecimal.valueOf(quantity)), currency, RoundingMode.HALF_UP);
    OrderLine line =
        new OrderLine(
                row.getLong("ORDER_ITEM_ID"), name == null ? "" : name, quantity, total, "", "")
            .with(GONE);
    return row.getInt("NO_PARCEL") == 1 ? line.notShipped() : line;
  }
}
