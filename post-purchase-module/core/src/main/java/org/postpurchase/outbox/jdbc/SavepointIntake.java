package org.postpurchase.outbox.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Timestamp;
import java.time.Instant;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.outbox.HostTransactionLostException;
import org.postpurchase.outbox.Outbox;
import org.postpurchase.outbox.TransactionalIntake;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;

/**
 * The savepoint is not released: it ends with the transaction, and a release would be one more
 * round trip.
 */
final class SavepointIntake implements TransactionalIntake {
  private static final int SECONDS_MAX = 3;

  private final OutboxSql sql;

  SavepointIntake(OutboxSql sql) {
    this.sql = sql;
  }

  @Override
  public boolean record(Connection connection, OrderEvent event, Instant now) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try (PreparedStatement insert = connection.prepareStatement(sql.append)) {
      insert.setQueryTimeout(SECONDS_MAX);
      insert.setString(1, event.key);
      insert.setString(2, Outbox.INTAKE);
      insert.setString(3, event.fact.name());
      insert.setLong(4, event.orderId);
      insert.setString(5, event.payload);
      insert.setString(6, event.source.name());
      insert.setTimestamp(7, Timestamp.from(event.occurredAt), Utc.calendar());
      insert.setTimestamp(8, Timestamp.from(now), Utc.calendar());
      insert.executeUpdate();
      return true;
    } catch (Throwable failure) { // the host's transaction must survive whatever happened here
      undo(connection, before, failure);
      if (SqlDialect.isTaken(failure)) {
        return false;
      }
      throw failure;
    }
  }

  @Override
  public int countEvents(Connection connection, long orderId, String fact) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try (PreparedStatement count = connection.prepareStatement(OutboxSql.COUNT_EVENTS)) {
      count.setQueryTimeout(SECONDS_MAX);
      count.setLong(1, orderId);
      count.setString(2, fact);
      try (ResultSet row = count.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    } catch (Throwable failure) { // as above
      undo(connection, before, failure);
      throw failure;
    }
  }

  /** Back to the savepoint; if that is gone, so is everything the host wrote before it. */
  private static void undo(Connection connection, Savepoint before, Throwable failure) {
    try {
      connection.rollback(before);
    } catch (SQLException gone) {
      gone.addSuppressed(failure);
      throw new HostTransactionLostException(gone);
    }
  }
}
