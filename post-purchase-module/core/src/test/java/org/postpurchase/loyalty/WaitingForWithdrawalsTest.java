package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.testkit.KnownOrders;
import org.postpurchase.testkit.MemoryShop;
import org.postpurchase.testkit.OrderFixture;

/** Points of goods that are on their way back are not to be used before it is known. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitingForWithdrawalsTest {
  private static final Instant ARRIVED = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void what_is_declared_to_come_back_matures_thirty_days_later_at_the_earliest() {
    OrderSnapshot order = OrderFixture.order(1).line(11, 1).line(12, 1).build();
    Programme programme = shop().find().get();
    OrderLineProgress kept = line(11);
    OrderLineProgress declared = line(12).withdrawn(1, ARRIVED.plus(Duration.ofDays(10)));
    Map<Long, Instant> usual =
        PlanMaturity.moments(order, List.of(kept, line(12)), programme, ZoneOffset.UTC);
    Map<Long, Instant> held =
        PlanMaturity.moments(order, List.of(kept, declared), programme, ZoneOffset.UTC);
    Instant end = ARRIVED.plus(Duration.ofDays(40));
    assertThat(usual.get(12L)).isBefore(end);
    assertThat(held.get(11L)).isEqualTo(usual.get(11L));
    assertThat(held.get(12L)).isEqualTo(end);
    assertThat(held.get(0L)).as("points for the whole order").isEqualTo(end);
  }

  private static MemoryShop shop() {
    KnownOrders orders = new KnownOrders();
    return new MemoryShop(orders, orders, List.of(), ShortfallPolicy.values()[0]);
  }

  private static OrderLineProgress line(long id) {
    return new OrderLineProgress(id, 1, 1, 1, 0, 0, ARRIVED, ARRIVED);
  }
}
