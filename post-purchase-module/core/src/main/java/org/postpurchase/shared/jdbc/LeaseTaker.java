package org.postpurchase.shared.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes leases on rows that were just read, in a transaction that only claims and whose commit need
 * not reach the disk, see {@link UnflushedCommit}.
 *
 * <p>Where the rows were read with their locks held all of them are ours, and one statement leases
 * them; elsewhere it is compare-and-set, and each row's update count tells whether this claimer
 * won.
 */
public final class LeaseTaker {
  private final JdbcTemplate jdbc;
  private final SqlDialect dialect;
  private final String idColumn;

  /**
   * @param idColumn number of a row
   */
  public LeaseTaker(JdbcTemplate jdbc, SqlDialect dialect, String idColumn) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.idColumn = idColumn;
  }

  /**
   * @param lease {@code update … set …} with a mark for the owner
   * @param held what a row must still be to be ours, with marks for its number and its epoch
   * @param idAndEpoch of a row
   * @return the rows that are ours
   */
  public <T> List<T> take(
      String lease, String held, String owner, List<T> rows, Function<T, long[]> idAndEpoch) {
    if (rows.isEmpty()) {
      return Collections.emptyList();
    }
    UnflushedCommit.allow(jdbc, dialect);
    if (dialect.canSkipLocked()) {
      List<Long> ids = rows.stream().map(r -> idAndEpoch.apply(r)[0]).collect(Collectors.toList());
      OneOf these = OneOf.of(dialect, idColumn, ids);
      jdbc.update(lease + " where " + these.sql, these.argsAfter(owner));
      return rows;
    }
    List<Object[]> batch = new ArrayList<>();
    for (T row : rows) {
      long[] key = idAndEpoch.apply(row);
      batch.add(new Object[] {owner, key[0], key[1]});
    }
    int[] changed = changed(lease + held, batch);
    List<T> won = new ArrayList<>();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == 1) {
        won.add(rows.get(i));
      }
    }
    return won;
  }

  /** One by one where drivers may not say how many rows each statement of a batch has changed. */
  private int[] changed(String update, List<Object[]> batch) {
    return dialect == SqlDialect.HSQLDB
        ? jdbc.batchUpdate(update, batch)
        : batch.stream().mapToInt(values -> jdbc.update(update, values)).toArray();
  }
}
