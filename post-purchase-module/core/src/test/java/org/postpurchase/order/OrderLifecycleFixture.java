package org.postpurchase.order;

import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.outbox.Outbox;
import org.postpurchase.shared.Money;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.KnownOrders;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SettableClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OrderLifecycleFixture {
  static final Money TEN = Money.ofMinor(1000, Currency.getInstance("EUR"));

  CoreDatabase database;
  KnownOrders orders;
  Outbox events;
  OrderLifecycle lifecycle;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
  }

  @BeforeEach
  void start() {
    database.jdbc.update("delete from PP_OUTBOX");
    database.jdbc.update("delete from PP_ORDER_LINE");
    SettableClock clock = new SettableClock();
    orders = new KnownOrders().with(OrderFixture.order(1).line(11, 5).line(12, 1));
    events = new Outbox(database.outbox(), clock);
    lifecycle =
        new OrderLifecycle(orders, database.orderLines(), events, database.transactions, clock);
  }

  OrderLineProgress progress(long lineId) {
    return database.jdbc.queryForObject(
        "select ORDERED_QTY, SHIPPED_QTY, DELIVERED_QTY, RETURNED_QTY, CANCELLED_QTY from PP_ORDER_LINE"
            + " where ORDER_LINE_ID = ?",
        (row, n) ->
            new OrderLineProgress(
                lineId, row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)),
        lineId);
  }

  static List<LineQuantity> units(long line, int quantity) {
    return List.of(LineQuantity.of(line, quantity));
  }
}
