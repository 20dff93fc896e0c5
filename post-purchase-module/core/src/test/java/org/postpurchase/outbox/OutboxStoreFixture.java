package org.postpurchase.outbox;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Events;
import org.postpurchase.testkit.SettableClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OutboxStoreFixture {
  static final Instant NOW = SettableClock.START;
  static final int LEASE_SECONDS = 60;

  CoreDatabase database;
  OutboxStore store;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
    store = database.outbox();
  }

  @BeforeEach
  void empty() {
    database.jdbc.update("delete from PP_OUTBOX");
  }

  List<OutboxEntry> claim(Instant now, int limit) {
    return database.transactions.call(() -> store.claim(now, limit, "me", LEASE_SECONDS));
  }

  boolean append(long order) {
    OrderEvent event = Events.submitted(order);
    return store.append(event.key, Outbox.INTAKE, event, NOW);
  }
}
