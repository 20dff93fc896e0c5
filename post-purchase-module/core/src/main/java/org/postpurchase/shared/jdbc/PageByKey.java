package org.postpurchase.shared.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * One page of a select whose rows are turned by key, newest first unless it is told otherwise. Its
 * size stands in the statement as a literal, so that the database plans for it.
 */
public final class PageByKey {
  private final JdbcTemplate jdbc;
  private final String id;
  private final String label;
  private final Order order;

  /**
   * @param id column by which pages are turned, which grows with time
   */
  public PageByKey(JdbcTemplate jdbc, String id) {
    this(jdbc, id, id, Order.NEWEST_FIRST);
  }

  /**
   * @param label how the select calls that column
   */
  public PageByKey(JdbcTemplate jdbc, String id, String label) {
    this(jdbc, id, label, Order.NEWEST_FIRST);
  }

  private PageByKey(JdbcTemplate jdbc, String id, String label, Order order) {
    this.jdbc = jdbc;
    this.id = id;
    this.label = label;
    this.order = order;
  }

  /** The same list from its other end, as a queue of work is read. */
  public PageByKey oldestFirst() {
    return new PageByKey(jdbc, id, label, new Order(true, "", ""));
  }

  /**
   * The same list by another column, smallest first, and by key where it is the same.
   *
   * @param column never null, and not changed in rows that are turned past
   * @param table its table, whose key is the list's
   */
  public PageByKey smallestFirst(String column, String table) {
    return new PageByKey(jdbc, id, label, new Order(true, column, table));
  }

  /**
   * @param select with the key among its columns
   * @param where its conditions, beginning with {@code " where "}; empty for none
   * @param args of both; is changed
   */
  public <T> PageOf<T> of(
      String select, String where, List<Object> args, ListPage page, RowMapper<T> mapper) {
    boolean up = page.newer || order.up && page.id == 0;
    StringBuilder sql = new StringBuilder(select).append(where);
    if (page.id > 0) {
      sql.append(where.isEmpty() ? " where " : " and ")
          .append(beyond(up ? " > " : " < ", page.id, args));
    }
    String direction = up ? "" : " desc";
    sql.append(" order by ");
    if (!order.column.isEmpty()) {
      sql.append(order.column).append(direction).append(", ");
    }
    sql.append(id).append(direction).append(" limit ").append(page.size + 1);
    List<Long> ids = new ArrayList<>();
    List<T> rows =
        jdbc.query(
            sql.toString(),
            (row, n) -> {
              ids.add(row.getLong(label));
              return mapper.mapRow(row, n);
            },
            args.toArray());
    return shown(page, up, ids, rows);
  }

  private String beyond(String than, long key, List<Object> args) {
    if (order.column.isEmpty()) {
      args.add(key);
      return id + than + "?";
    }
    String column = order.column;
    String there = "(select k." + column + " from " + order.table + " k where k." + id + " = ?)";
    args.add(key);
    args.add(key);
    args.add(key);
    return "(" + column + than + there + " or " + column + " = " + there + " and " + id + than
        + "?)";
  }

  /** Without the row that only tells that there are more. */
  private <T> PageOf<T> shown(ListPage page, boolean up, List<Long> ids, List<T> rows) {
    boolean more = rows.size() > page.size;
    List<T> shown = new ArrayList<>(more ? rows.subList(0, page.size) : rows);
    List<Long> keys = new ArrayList<>(more ? ids.subList(0, page.size) : ids);
    if (up != order.up) {
      Collections.reverse(shown);
      Collections.reverse(keys);
    }
    if (keys.isEmpty()) {
      return new PageOf<>(shown, 0, 0, order.up);
    }
    long first = keys.get(0);
    long last = keys.get(keys.size() - 1);
    boolean hasNewer = up ? more : page.id > 0;
    boolean hasOlder = up ? page.id > 0 : more;
    return new PageOf<>(
        shown,
        hasNewer ? (order.up ? last : first) : 0,
        hasOlder ? (order.up ? first : last) : 0,
        order.up);
  }

  private static final class Order {
    static final Order NEWEST_FIRST = new Order(false, "", "");

    final boolean up;
    final String column;
    final String table;

    Order(boolean up, String column, String table) {
      this.up = up;
      this.column = column;
      this.table = table;
    }
  }
}
