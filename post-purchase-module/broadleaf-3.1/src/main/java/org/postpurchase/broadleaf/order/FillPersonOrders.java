package org.postpurchase.broadleaf.order;

import java.time.Clock;
import java.util.List;
import org.postpurchase.shared.Leases;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings the mailboxes of all orders that were placed before the installation into PP_PERSON_ORDER,
 * once: page by page by the order's id, on one node at a time, each page in a transaction together
 * with the place reached. A crash goes on where the last page ended; doing a page again adds
 * nothing. When it is done it costs nothing any more.
 */
public final class FillPersonOrders implements Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(FillPersonOrders.class);
  private static final int PAGE = 1_000;
  private static final int PAGES_A_RUN = 20;
  private static final int LEASE_SECONDS = 60;
  private static final String LEASE = "person-orders";

  private static final String ORDERS =
      "select ORDER_ID, EMAIL_ADDRESS from BLC_ORDER where ORDER_ID > ?"
          + " and ORDER_STATUS in ('SUBMITTED', 'CANCELLED') order by ORDER_ID limit "
          + PAGE;
  private static final String REACHED = "select REACHED_ID from PP_TASK_PROGRESS where TASK = ?";
  private static final String BEGIN =
      "insert into PP_TASK_PROGRESS (TASK, REACHED_ID, CHANGED_AT) values (?, ?, ?)";
  private static final String REACH =
      "update PP_TASK_PROGRESS set REACHED_ID = ?, REACHED_TEXT = ?, CHANGED_AT = ? where TASK = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final PersonOrders orders;
  private final Leases leases;
  private final Transactions transactions;
  private final Clock clock;
  private final String owner;

  /**
   * @param owner names this node
   */
  public FillPersonOrders(
      JdbcTemplate jdbc,
      PersonOrders orders,
      Inserts inserts,
      Leases leases,
      Transactions transactions,
      Node node) {
    this.jdbc = jdbc;
    this.orders = orders;
    this.inserts = inserts;
    this.leases = leases;
    this.transactions = transactions;
    this.clock = node.clock;
    this.owner = node.owner;
  }

  /** Which node it is, and its clock. */
  public static final class Node {
    final String owner;
    final Clock clock;

    public Node(String owner, Clock clock) {
      this.owner = owner;
      this.clock = clock;
    }
  }

  @Override
  public String name() {
    return "person-orders";
  }

  @Override
  public int runDue() {
    if (transactions.call(orders::isComplete)) {
      return 0;
    }
    int done = 0;
    int rows = PAGE;
    for (int i = 0; i < PAGES_A_RUN && rows == PAGE; i++) {
      if (!leases.hold(LEASE, owner, LEASE_SECONDS)) {
        return done;
      }
      rows = transactions.call(this::page);
      done += rows;
    }
    leases.release(LEASE, owner);
    if (rows < PAGE) {
      orders.lookAgain();
      LOG.info("the orders from before the installation are known by their mailboxes");
    }
    return done;
  }

  private int page() {
    long after =
        jdbc.queryForList(REACHED, Long.class, PersonOrders.TASK).stream()
            .findFirst()
            .orElse(Long.MIN_VALUE);
    List<PersonOrders.Placed> page =
        jdbc.query(
            ORDERS, (row, n) -> new PersonOrders.Placed(row.getLong(1), row.getString(2)), after);
    long last = after;
    if (!page.isEmpty()) {
      orders.addMissing(page);
      last = page.get(page.size() - 1).orderId;
    }
    Object now = Utc.param(clock.instant());
    inserts.orKeep(BEGIN, PersonOrders.TASK, last, now);
    jdbc.update(REACH, last, page.size() < PAGE ? PersonOrders.DONE : "", now, PersonOrders.TASK);
    return page.size();
  }
}
