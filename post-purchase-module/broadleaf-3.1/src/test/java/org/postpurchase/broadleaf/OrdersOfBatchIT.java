package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.core.order.domain.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.shared.OncePerBatch;
import org.springframework.jdbc.core.JdbcTemplate;

/** Orders that several reactions to one batch of events read, each in its own transaction. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrdersOfBatchIT {
  private static final AtomicLong PEOPLE = new AtomicLong(System.nanoTime());

  private final OrderReader orders = HostContext.plugin().getOrders();
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
  private long first;
  private long second;
  private OncePerBatch batch;

  @BeforeEach
  void begin() throws Exception {
    Shopper shopper = new Shopper(HostContext.get());
    first = bought(shopper);
    second = bought(shopper);
    batch = OncePerBatch.open();
  }

  private static long bought(Shopper shopper) throws Exception {
    Order order = shopper.buy("batch" + PEOPLE.incrementAndGet() + "@test.example");
    return order.getId();
  }

  @AfterEach
  void end() {
    batch.close();
  }

  private Map<Long, OrderSnapshot> read(Long... ids) {
    HostContext.watch().reset();
    return orders.findAll(List.of(ids));
  }

  private static int statements() {
    return HostContext.watch().statements().size();
  }

  @Test
  void what_was_read_is_only_compared_with_the_orders_rows() {
    Map<Long, OrderSnapshot> before = read(first, second);
    assertThat(statements()).isGreaterThan(5);

    Map<Long, OrderSnapshot> again = read(second, first);
    assertThat(statements()).isEqualTo(1);
    assertThat(again).isEqualTo(before).hasSize(2);
    assertThat(read(second)).containsOnlyKeys(second);
    assertThat(statements()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ORDER_STATUS = 'CANCELLED'",
        "EMAIL_ADDRESS = 'somebody.else@test.example'",
        "ORDER_TOTAL = ORDER_TOTAL + 1",
        "DATE_UPDATED = timestamp '2031-01-01 00:00:00'",
        "CUSTOMER_ID = (select min(CUSTOMER_ID) from BLC_CUSTOMER)",
        "SUBMIT_DATE = timestamp '2020-01-01 00:00:00'"
      })
  void an_order_that_has_changed_meanwhile_is_read_again_and_the_others_are_not(String change) {
    Map<Long, OrderSnapshot> before = read(first, second);
    jdbc.update("update BLC_ORDER set " + change + " where ORDER_ID = ?", first);

    Map<Long, OrderSnapshot> after = read(first, second);

    assertThat(after.get(first)).isNotSameAs(before.get(first));
    assertThat(after.get(second)).isSameAs(before.get(second));
    if (change.contains("CANCELLED")) {
      assertThat(after.get(first).state).isEqualTo(OrderState.CANCELLED);
    }
    Map<Long, OrderSnapshot> last = read(first, second);
    assertThat(last.get(first)).isSameAs(after.get(first));
    assertThat(statements()).isEqualTo(1);
  }

  @Test
  void after_a_failure_all_are_read_again_and_outside_a_batch_always() {
    OrderSnapshot before = read(first).get(first);
    OncePerBatch.forget();
    OrderSnapshot after = read(first).get(first);
    assertThat(after).isNotSameAs(before);
    batch.close();
    assertThat(read(first).get(first)).isNotSameAs(after);
    assertThat(statements()).isGreaterThan(5);
  }

  @Test
  void an_order_that_there_is_not_costs_one_statement() {
    assertThat(read(-5L)).isEmpty();
    assertThat(statements()).isEqualTo(1);
  }
}
