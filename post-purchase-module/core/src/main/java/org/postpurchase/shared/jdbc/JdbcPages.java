package org.postpurchase.shared.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.Who;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * {@link Pages} of one table. States and sizes stand in the statement as literals, so that the
 * database plans for them and can use an index on rare states; the people that somebody looks for
 * are found by their own indexes first.
 */
public final class JdbcPages<S, T> implements Pages<S, T> {
  private final JdbcTemplate jdbc;
  private final String select;
  private final String table;
  private final String id;
  private final String stateColumn;
  private final BiFunction<Filter, Who, Filter> people;
  private final RowMapper<T> mapper;

  /**
   * @param select {@code select … from TABLE}
   * @param id the table's primary key, which grows with time
   * @param stateColumn empty where rows have no state
   * @param people how rows of people are found, as {@link Filter#of}
   */
  public JdbcPages(
      JdbcTemplate jdbc,
      String select,
      String id,
      String stateColumn,
      BiFunction<Filter, Who, Filter> people,
      RowMapper<T> mapper) {
    this.jdbc = jdbc;
    this.table = select.substring(select.lastIndexOf(' ') + 1);
    this.id = table + "." + id;
    this.select = select.replaceFirst("select ", "select " + this.id + " as LISTED_ID, ");
    this.stateColumn = stateColumn;
    this.people = people;
    this.mapper = mapper;
  }

  @Override
  public PageOf<T> page(S state, Who who, ListPage page) {
    Filter filter = people.apply(new Filter(), who);
    List<Object> args = new ArrayList<>();
    String rows = select + filter.whose(table, id, args);
    return new PageByKey(jdbc, id, "LISTED_ID").of(rows, where(state), args, page, mapper);
  }

  @Override
  public int countUpTo(int most, S state, Who who) {
    Filter filter = people.apply(new Filter(), who);
    List<Object> args = new ArrayList<>();
    String from = table + filter.whose(table, id, args);
    return CountUpTo.rows(jdbc, most, from + where(state), args);
  }

  private String where(S state) {
    return state == null || stateColumn.isEmpty()
        ? ""
        : " where " + stateColumn + " = '" + ((Enum<?>) state).name() + "'";
  }
}
