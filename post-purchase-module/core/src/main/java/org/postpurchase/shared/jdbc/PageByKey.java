package org.postpurchase.shared.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * One page of a select whose rows are turned by key, newest first. Its size stands in the statement
 * as a literal, so that the database plans for it.
 */
public final class PageByKey {
  private final JdbcTemplate jdbc;
  private final String id;
  private final String label;

  /**
   * @param id column by which pages are turned, which grows with time
   */
  public PageByKey(JdbcTemplate jdbc, String id) {
    this(jdbc, id, id);
  }

  /**
   * @param label how the select calls that column
   */
  PageByKey(JdbcTemplate jdbc, String id, String label) {
    this.jdbc = jdbc;
    this.id = id;
    this.label = label;
  }

  /**
   * @param select with its conditions, and with the key among its columns
   * @param and what goes before a further condition: {@code " where "} or {@code " and "}
   * @param args of the select; is changed
   */
  public <T> PageOf<T> of(
      String select, String and, List<Object> args, ListPage page, RowMapper<T> mapper) {
    StringBuilder sql = new StringBuilder(select);
    if (page.id > 0) {
      sql.append(and).append(id).append(page.newer ? " > ?" : " < ?");
      args.add(page.id);
    }
    sql.append(" order by ").append(id).append(page.newer ? "" : " desc");
    sql.append(" limit ").append(page.size + 1);
    List<Long> ids = new ArrayList<>();
    List<T> rows =
        jdbc.query(
            sql.toString(),
            (row, n) -> {
              ids.add(row.getLong(label));
              return mapper.mapRow(row, n);
            },
            args.toArray());
    return shown(page, ids, rows);
  }

  /** Without the row that only tells that there are more. */
  private static <T> PageOf<T> shown(ListPage page, List<Long> ids, List<T> rows) {
    boolean more = rows.size() > page.size;
    List<T> shown = new ArrayList<>(more ? rows.subList(0, page.size) : rows);
    List<Long> keys = new ArrayList<>(more ? ids.subList(0, page.size) : ids);
    if (page.newer) {
      Collections.reverse(shown);
      Collections.reverse(keys);
    }
    if (keys.isEmpty()) {
      return new PageOf<>(shown, 0, 0);
    }
    boolean hasNewer = page.newer ? more : page.id > 0;
    boolean hasOlder = page.newer || more;
    return new PageOf<>(
        shown, hasNewer ? keys.get(0) : 0, hasOlder ? keys.get(keys.size() - 1) : 0);
  }
}
