package org.postpurchase.broadleaf.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.OncePerBatch;
import org.postpurchase.shared.jdbc.RowSets;

/**
 * The orders that a batch of events is about, read whole once for all reactions to it. Each
 * reaction looks at the orders' own rows in its transaction, by one statement for all of them, and
 * reads again those whose status, dates, owner or total have changed: an order that was cancelled
 * or edited meanwhile is seen as it is now. Outside a batch everything is read each time.
 */
final class OrdersOfBatch {
  private static final String ROWS =
      "select ORDER_ID, ORDER_STATUS, SUBMIT_DATE, DATE_UPDATED, ORDER_TOTAL, CUSTOMER_ID,"
          + " EMAIL_ADDRESS from BLC_ORDER where ORDER_ID {keys}";

  private final RowSets rows;
  private final OrdersTogether together;

  OrdersOfBatch(RowSets rows, OrdersTogether together) {
    this.rows = rows;
    this.together = together;
  }

  /** Those that there are, by id; in the caller's transaction. */
  Map<Long, OrderSnapshot> read(Collection<Long> ids) {
    if (!OncePerBatch.isOpen()) {
      return together.read(new ArrayList<>(ids));
    }
    Map<Long, Known> known = OncePerBatch.of("orders", HashMap::new);
    Map<Long, List<Object>> now = new HashMap<>(); // before the orders, which may be newer then
    rows.select(ROWS, new TreeSet<>(ids), (row, n) -> now.put(row.getLong("ORDER_ID"), state(row)));
    List<Long> changed = new ArrayList<>();
    for (Long id : new TreeSet<>(ids)) {
      Known last = known.get(id);
      if (last == null || !last.state.equals(now.get(id))) {
        known.remove(id);
        if (now.containsKey(id)) {
          changed.add(id);
        }
      }
    }
    if (!changed.isEmpty()) {
      together.read(changed).forEach((id, order) -> known.put(id, new Known(now.get(id), order)));
    }
    Map<Long, OrderSnapshot> found = new LinkedHashMap<>();
    for (Long id : new TreeSet<>(ids)) {
      if (known.containsKey(id)) {
        found.put(id, known.get(id).order);
      }
    }
    return found;
  }

  private static List<Object> state(ResultSet row) throws SQLException {
    return Arrays.asList(
        row.getString("ORDER_STATUS"),
        row.getTimestamp("SUBMIT_DATE"),
        row.getTimestamp("DATE_UPDATED"),
        row.getBigDecimal("ORDER_TOTAL"),
        row.getLong("CUSTOMER_ID"),
        row.getString("EMAIL_ADDRESS"));
  }

  /** An order as it was read, and its row from just before that. */
  private static final class Known {
    final List<Object> state;
    final OrderSnapshot order;

    Known(List<Object> state, OrderSnapshot order) {
      this.state = state;
      this.order = order;
    }
  }
}
