package org.postpurchase.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.postpurchase.order.OrderEvent;

/**
 * Records an event on a connection that is in the middle of the host's own transaction.
 *
 * <p>Guarded by a savepoint: when recording fails, whatever the cause, the host's transaction goes
 * on as if nothing had been tried (also on PostgreSQL, where a failed statement would otherwise
 * doom it). Costs two statements, the savepoint and the insert, and no commit.
 */
public interface TransactionalIntake {
  /**
   * Returns whether the event is new.
   *
   * @throws HostTransactionLostException when the host's transaction no longer exists; pass it on
   * @throws SQLException when it could not be recorded; the transaction is usable all the same,
   *     unless the connection itself is broken
   */
  boolean record(Connection connection, OrderEvent event, Instant now) throws SQLException;

  /**
   * How often the host's status made the fact true for the order; used for orders that were
   * cancelled before.
   */
  int countEvents(Connection connection, long orderId, String fact) throws SQLException;
}
