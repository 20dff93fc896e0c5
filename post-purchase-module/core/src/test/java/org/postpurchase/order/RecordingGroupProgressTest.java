package org.postpurchase.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.Events;
import org.postpurchase.testkit.KnownOrders;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SettableClock;

/** What the host says about a parcel, beside what the warehouse says about lines. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordingGroupProgressTest {
  private final CoreDatabase database = Databases.hsqldb();
  private final OrderLineStore lines = database.orderLines();
  private RecordGroupProgress record;

  @BeforeEach
  void start() {
    database.jdbc.update("delete from PP_ORDER_LINE");
    record =
        new RecordGroupProgress(
            new KnownOrders().with(OrderFixture.order(1).line(11, 3).line(12, 1)),
            group -> group == 7 ? List.of(LineQuantity.of(11, 3)) : List.of(),
            lines,
            new SettableClock());
  }

  private OrderLineProgress line(long id) {
    return lines.read(1).stream().filter(l -> l.lineId == id).findFirst().orElseThrow();
  }

  private void happen(OrderFact fact, String payload) {
    database.transactions.run(() -> record.apply(Events.event(1, fact, 1, payload)));
  }

  @Test
  void the_lines_of_the_parcel_have_left() {
    happen(OrderFact.SHIPPED, "group=7");
    assertThat(line(11).shipped).isEqualTo(3);
    assertThat(line(11).shippedAt).isEqualTo(SettableClock.START);
    assertThat(line(12).shipped).isZero();
  }

  @Test
  void units_that_the_warehouse_has_told_already_count_once() {
    happen(OrderFact.DELIVERED, "");
    assertThat(lines.read(1)).isEmpty();
    happen(OrderFact.SHIPPED, "group=7");
    happen(OrderFact.SHIPPED, "group=7");
    assertThat(line(11).shipped).isEqualTo(3);
  }

  @Test
  void a_parcel_that_is_gone_changes_nothing() {
    happen(OrderFact.DELIVERED, "group=8");
    assertThat(line(11).delivered).isZero();
  }
}
