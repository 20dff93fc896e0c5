package org.postpurchase.broadleaf.order;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * From which order on the sweep looks every few minutes, so that it reads the orders of the last
 * days by their key and not the whole table of the host, which has no index on the date of
 * submission.
 *
 * <p>Once a day everything is looked at, and the floor is the id below which only {@value #LATE} of
 * the orders in the window are: those began as carts long before they were placed, and what the
 * intake missed of them is found within a day. A lost row of the floor means that everything is
 * looked at again. Nodes that write it at once leave one of their values, either of which is right.
 */
public final class SweepFloor {
  private static final String TASK = "order-sweep-floor";
  private static final int LATE = 20;
  private static final Duration VALID = Duration.ofDays(1);

  private static final String FIND =
      "select REACHED_ID from PP_TASK_PROGRESS where TASK = ? and CHANGED_AT > ?";
  private static final String NEXT =
      "select ORDER_ID from BLC_ORDER where ORDER_STATUS in ('SUBMITTED', 'CANCELLED')"
          + " and SUBMIT_DATE >= ? order by ORDER_ID limit 1 offset "
          + LATE;
  private static final String BEGIN =
      "insert into PP_TASK_PROGRESS (TASK, REACHED_ID, CHANGED_AT) values (?, ?, ?)";
  private static final String REACH =
      "update PP_TASK_PROGRESS set REACHED_ID = ?, CHANGED_AT = ? where TASK = ?";

  private static final String FORGET = "delete from PP_TASK_PROGRESS where TASK = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final Transactions transactions;

  public SweepFloor(JdbcTemplate jdbc, Inserts inserts, Transactions transactions) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.transactions = transactions;
  }

  /** Orders with this id or a smaller one are left out; all are looked at if it is the smallest. */
  long find(Instant now) {
    Object oldest = Utc.param(now.minus(VALID));
    return transactions.call(() -> jdbc.queryForList(FIND, Long.class, TASK, oldest)).stream()
        .findFirst()
        .orElse(Long.MIN_VALUE);
  }

  /**
   * After everything was looked at.
   *
   * @param since from when on orders count
   */
  void remember(Timestamp since, Instant now) {
    transactions.run(
        () -> {
          List<Long> next = jdbc.queryForList(NEXT, Long.class, since);
          long floor = next.isEmpty() ? Long.MIN_VALUE : next.get(0) - 1;
          Object at = Utc.param(now);
          inserts.orKeep(BEGIN, TASK, floor, at);
          jdbc.update(REACH, floor, at, TASK);
        });
  }

  /** Everything is looked at the next time. */
  void forget() {
    transactions.run(() -> jdbc.update(FORGET, TASK));
  }
}
