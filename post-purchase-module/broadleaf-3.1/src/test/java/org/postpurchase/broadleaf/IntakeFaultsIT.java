package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whatever breaks in the plugin's hook: the order completes, its payment stands, and the event is
 * found later.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IntakeFaultsIT {
  private Shopper shopper;
  private JdbcTemplate jdbc;

  @BeforeEach
  void start() {
    shopper = new Shopper(HostContext.get());
    jdbc = new JdbcTemplate(HostContext.dataSource());
    HostContext.watch().reset();
  }

  @AfterEach
  void leave_no_traps() {
    HostContext.watch().reset();
  }

  @ParameterizedTest
  @ValueSource(strings = {"runtime exception", "error", "sql error", "broken statement"})
  void the_order_survives_and_the_sweep_finds_the_event(String fault) throws Exception {
    HostContext.watch().interfere(sql -> failAtIntake(sql, fault));

    Order order = shopper.buy("fault@test.example");

    HostContext.watch().reset();
    assertSubmittedAndPaid(order);
    assertThat(keys(order)).isEmpty();
    assertThat(HostContext.plugin().getSweep().sweep()).isPositive();
    assertThat(keys(order)).containsExactly("order:" + order.getId() + ":SUBMITTED:1");
    assertThat(HostContext.plugin().getSweep().sweep()).isZero();
  }

  @Test
  void the_order_survives_a_missing_table() throws Exception {
    jdbc.execute("alter table PP_OUTBOX rename to PP_OUTBOX_AWAY");
    Order order;
    try {
      order = shopper.buy("missing@test.example");
    } finally {
      jdbc.execute("alter table PP_OUTBOX_AWAY rename to PP_OUTBOX");
    }

    assertSubmittedAndPaid(order);
    assertThat(HostContext.plugin().getSweep().sweep()).isPositive();
    assertThat(keys(order)).containsExactly("order:" + order.getId() + ":SUBMITTED:1");
  }

  @Test
  void the_sweep_finds_changes_made_by_sql() throws Exception {
    Order order = shopper.buy("sql@test.example");
    jdbc.update(
        "update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where ORDER_ID = ?", order.getId());
    jdbc.update(
        "update BLC_FULFILLMENT_GROUP set STATUS = 'DELIVERED' where ORDER_ID = ?", order.getId());
    Long group =
        jdbc.queryForObject(
            "select FULFILLMENT_GROUP_ID from BLC_FULFILLMENT_GROUP where ORDER_ID = ?",
            Long.class,
            order.getId());

    HostContext.plugin().getSweep().sweep();
    HostContext.plugin().getSweep().sweep();

    assertThat(keys(order))
        .containsExactly(
            "order:" + order.getId() + ":SUBMITTED:1",
            "order:" + order.getId() + ":CANCELLED:1",
            "group:" + group + ":DELIVERED");
  }

  private static void failAtIntake(String sql, String fault) throws Throwable {
    if (sql.contains("insert into PP_OUTBOX")) {
      switch (fault) {
        case "runtime exception" -> throw new IllegalStateException("injected");
        case "error" -> throw new NoClassDefFoundError("injected");
        case "sql error" -> throw new SQLException("injected", "57014");
        default -> {
          // a statement that the database itself refuses, in the middle of the host's transaction
          throw new SQLException("injected", "42P01");
        }
      }
    }
  }

  private void assertSubmittedAndPaid(Order order) {
    Order stored =
        HostContext.get()
            .getBean("blOrderService", OrderService.class)
            .findOrderById(order.getId());
    assertThat(stored.getStatus()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(
            jdbc.queryForList(
                "select ARCHIVED from BLC_ORDER_PAYMENT where ORDER_ID = ?",
                String.class,
                order.getId()))
        .allSatisfy(archived -> assertThat(archived).isNotEqualTo("Y"));
  }

  private List<String> keys(Order order) {
    return jdbc.queryForList(
        "select ENTRY_KEY from PP_OUTBOX where ORDER_ID = ? and HANDLER = 'intake' order by OUTBOX_ID",
        String.class,
        order.getId());
  }
}
