package org.postpurchase.broadleaf.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.order.GroupReader;
import org.postpurchase.order.LineQuantity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Reads the lines of a fulfilment group from the host's tables.
 *
 * <p>The host puts the parts of a bundle into groups, never the bundle; the order's line is the
 * bundle, and counts as being in the group as a whole as soon as a part of it is.
 */
public final class BroadleafGroupReader implements GroupReader {
  private static final String LINES =
      "select i.ORDER_ITEM_ID, g.QUANTITY, b.ORDER_ITEM_ID as BUNDLE_ID, b.QUANTITY as BUNDLE_QUANTITY"
          + " from BLC_FULFILLMENT_GROUP_ITEM g join BLC_ORDER_ITEM i on i.ORDER_ITEM_ID = g.ORDER_ITEM_ID"
          + " left join BLC_DISCRETE_ORDER_ITEM d on d.ORDER_ITEM_ID = i.ORDER_ITEM_ID"
          + " left join BLC_ORDER_ITEM b on b.ORDER_ITEM_ID = d.BUNDLE_ORDER_ITEM_ID"
          + " where g.FULFILLMENT_GROUP_ID = ? and i.PARENT_ORDER_ITEM_ID is null"
          + " order by g.FULFILLMENT_GROUP_ITEM_ID";

  private final JdbcTemplate jdbc;

  public BroadleafGroupReader(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<LineQuantity> linesOfGroup(long groupId) {
    Map<Long, Integer> quantities = new LinkedHashMap<>();
    RowCallbackHandler collect = row -> add(row, quantities);
    jdbc.query(LINES, collect, groupId);
    List<LineQuantity> lines = new ArrayList<>();
    quantities.forEach(
        (line, quantity) -> {
          if (quantity > 0) {
            lines.add(LineQuantity.of(line, quantity));
          }
        });
    return lines;
  }

  private static void add(ResultSet row, Map<Long, Integer> quantities) throws SQLException {
    long bundle = row.getLong("BUNDLE_ID");
    if (bundle > 0) {
      quantities.put(bundle, row.getInt("BUNDLE_QUANTITY"));
    } else {
      quantities.merge(row.getLong("ORDER_ITEM_ID"), row.getInt("QUANTITY"), Integer::sum);
    }
  }
}
