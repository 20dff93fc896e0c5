package org.postpurchase.broadleaf.order;

import java.sql.Connection;
import java.sql.SQLException;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.postpurchase.broadleaf.time.HostClock;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.outbox.HostTransactionLostException;
import org.postpurchase.outbox.TransactionalIntake;
import org.postpurchase.outbox.jdbc.OutboxJdbcModule;
import org.postpurchase.shared.jdbc.SqlDialect;

/**
 * Sees the exact status transitions of orders and fulfilment groups while Hibernate writes them,
 * and records each as an outbox row on the same connection, in the same transaction.
 *
 * <p>The story behind it: the host's checkout is not one transaction, its checkout activities run
 * before the order is saved as submitted, and its own event fires after the commit. Only here does
 * an event exist if and only if the change commits (ADR-0004). Nothing that goes wrong here reaches
 * the host: the insert is guarded by a savepoint, everything else is caught and logged, and the
 * reconciliation sweep finds what was missed. Not seen here: SQL updates and bulk updates; the
 * sweep finds those too.
 */
final class OrderIntakeListener implements PostUpdateEventListener, PostInsertEventListener {
  private final HostClock clock = new HostClock();
  private final HookFailureLog failures =
      new HookFailureLog(
          OrderIntakeListener.class,
          "record an order event",
          "The order itself is not affected; the sweep will find it. Is the schema migrated?");
  private volatile TransactionalIntake intake;

  @Override
  public void onPostUpdate(PostUpdateEvent event) {
    try {
      Object before = status(event.getPersister(), event.getOldState());
      notice(
          event.getEntity(),
          before,
          status(event.getPersister(), event.getState()),
          event.getSession());
    } catch (HostTransactionLostException lost) {
      throw lost; // there is no transaction left to protect
    } catch (Throwable failure) { // never into the host's transaction
      failures.log(failure);
    }
  }

  @Override
  public void onPostInsert(PostInsertEvent event) {
    try {
      notice(
          event.getEntity(),
          null,
          status(event.getPersister(), event.getState()),
          event.getSession());
    } catch (HostTransactionLostException lost) {
      throw lost; // there is no transaction left to protect
    } catch (Throwable failure) { // never into the host's transaction
      failures.log(failure);
    }
  }

  private void notice(Object entity, Object before, Object after, EventSource session)
      throws SQLException {
    if (after == null || after.equals(before)) {
      return;
    }
    if (entity instanceof Order) {
      OrderFact fact = HostStatus.factOfOrder(after);
      if (fact != null) {
        recordOrder(((Order) entity).getId(), fact, HostStatus.factOfOrder(before), session);
      }
    } else if (entity instanceof FulfillmentGroup) {
      OrderFact fact = HostStatus.factOfGroup(after);
      if (fact != null) {
        recordGroup((FulfillmentGroup) entity, fact, session);
      }
    }
  }

  private void recordOrder(long orderId, OrderFact fact, OrderFact before, EventSource session)
      throws SQLException {
    Connection connection = connection(session);
    TransactionalIntake to = intake(connection);
    int incarnation = 1;
    if (fact == OrderFact.CANCELLED) {
      incarnation = to.countEvents(connection, orderId, OrderFact.SUBMITTED.name());
      if (incarnation == 0) {
        return; // submitted before the plugin was installed: nothing of ours to undo
      }
    } else if (before == OrderFact.CANCELLED) {
      incarnation = to.countEvents(connection, orderId, OrderFact.CANCELLED.name()) + 1;
    }
    record(
        to,
        connection,
        session,
        OrderEvent.statusKey(orderId, fact, incarnation),
        orderId,
        fact,
        "");
  }

  private void recordGroup(FulfillmentGroup group, OrderFact fact, EventSource session)
      throws SQLException {
    if (group.getOrder() == null) {
      return;
    }
    Connection connection = connection(session);
    String key = OrderEvent.groupKey(group.getId(), fact);
    record(
        intake(connection),
        connection,
        session,
        key,
        group.getOrder().getId(),
        fact,
        "group=" + group.getId());
  }

  private void record(
      TransactionalIntake to,
      Connection connection,
      EventSource session,
      String key,
      long orderId,
      OrderFact fact,
      String payload)
      throws SQLException {
    OrderEvent event =
        new OrderEvent(
            key,
            orderId,
            fact,
            payload,
            org.postpurchase.order.EventSource.HOST_STATUS,
            clock.instant());
    if (to.record(connection, event, clock.instant())) {
      RelayWakeup.afterCommitOf(session);
    }
  }

  private static Connection connection(EventSource session) {
    return session
        .getTransactionCoordinator()
        .getJdbcCoordinator()
        .getLogicalConnection()
        .getConnection();
  }

  private TransactionalIntake intake(Connection connection) throws SQLException {
    TransactionalIntake known = intake;
    if (known == null) {
      known = OutboxJdbcModule.intake(SqlDialect.of(connection));
      intake = known;
    }
    return known;
  }

  /**
   * The value of the {@code status} property, or null when the entity has none or its old state was
   * not loaded.
   */
  private static Object status(EntityPersister persister, Object[] state) {
    if (state == null) {
      return null;
    }
    String[] names = persister.getPropertyNames();
    for (int i = 0; i < names.length; i++) {
      if ("status".equals(names[i])) {
        return state[i];
      }
    }
    return null;
  }
}
