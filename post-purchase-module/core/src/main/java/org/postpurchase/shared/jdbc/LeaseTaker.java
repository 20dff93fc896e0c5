package org.postpurchase.shared.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes leases on rows that were just read, by compare-and-set.
 *
 * <p>Where the rows were read with their locks held every lease succeeds and one batch is enough;
 * elsewhere each row's update count tells whether this claimer won.
 */
public final class LeaseTaker {
  private final JdbcTemplate jdbc;
  private final SqlDialect dialect;

  public LeaseTaker(JdbcTemplate jdbc, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  /** For each of {@code rows} rows, whether the lease is ours now. */
  public boolean[] take(String update, int rows, IntFunction<Object[]> arguments) {
    boolean[] won = new boolean[rows];
    if (rows == 0) {
      return won;
    }
    if (dialect.canSkipLocked() || dialect == SqlDialect.HSQLDB) {
      List<Object[]> batch = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        batch.add(arguments.apply(i));
      }
      int[] changed = jdbc.batchUpdate(update, batch);
      for (int i = 0; i < rows; i++) {
        won[i] = dialect.canSkipLocked() || changed[i] == 1;
      }
    } else { // its drivers may not say how many rows each statement of a batch has changed
      for (int i = 0; i < rows; i++) {
        won[i] = jdbc.update(update, arguments.apply(i)) == 1;
      }
    }
    return won;
  }
}
