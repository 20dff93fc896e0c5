package org.postpurchase.outbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Savepoint;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.outbox.jdbc.OutboxJdbcModule;
import org.postpurchase.shared.jdbc.SqlDialect;

/**
 * When the database undoes the host's whole transaction, the host is told: going on would commit
 * half of it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LostTransactionTest {
  private final TransactionalIntake intake = OutboxJdbcModule.intake(SqlDialect.MYSQL);
  private final OrderEvent event =
      new OrderEvent(
          "order:1:SUBMITTED:1",
          1,
          OrderFact.SUBMITTED,
          "",
          EventSource.HOST_STATUS,
          Instant.EPOCH);

  @Test
  void a_victim_of_a_deadlock_fails_loudly() {
    Connection victim = connection(new SQLException("SAVEPOINT does not exist", "42000", 1305));

    assertThatThrownBy(() -> intake.record(victim, event, Instant.EPOCH))
        .isInstanceOf(HostTransactionLostException.class)
        .hasMessageContaining("tried again");
    assertThatThrownBy(() -> intake.countEvents(victim, 1, "SUBMITTED"))
        .isInstanceOf(HostTransactionLostException.class);
  }

  @Test
  void any_other_failure_leaves_the_transaction_usable() {
    Connection alive = connection(null);

    assertThatThrownBy(() -> intake.record(alive, event, Instant.EPOCH))
        .isInstanceOf(SQLException.class);
  }

  /**
   * A connection on which every statement is a deadlock's victim; {@code gone} is what the way back
   * ends in.
   */
  private static Connection connection(SQLException gone) {
    Savepoint savepoint =
        (Savepoint)
            Proxy.newProxyInstance(loader(), new Class<?>[] {Savepoint.class}, (p, m, a) -> null);
    return (Connection)
        Proxy.newProxyInstance(
            loader(),
            new Class<?>[] {Connection.class},
            (p, method, args) -> {
              switch (method.getName()) {
                case "setSavepoint":
                  return savepoint;
                case "rollback":
                  if (gone != null) {
                    throw gone;
                  }
                  return null;
                default:
                  throw new SQLTransactionRollbackException("Deadlock found", "40001", 1213);
              }
            });
  }

  private static ClassLoader loader() {
    return LostTransactionTest.class.getClassLoader();
  }
}
