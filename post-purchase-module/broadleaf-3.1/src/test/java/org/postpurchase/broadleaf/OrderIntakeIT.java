package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.testkit.Checkpoints;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderIntakeIT {
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
    Checkpoints.clear();
  }

  @Test
  void a_submitted_order_has_exactly_one_event() throws Exception {
    Order order = shopper.buy("one@test.example");

    assertThat(order.getStatus()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(keys(order)).containsExactly("order:" + order.getId() + ":SUBMITTED:1");
  }

  @Test
  void a_checkout_that_fails_leaves_no_event() throws Exception {
    Order cart = shopper.readyCart("fails@test.example");
    Checkpoints.at(
        "after-completion",
        () -> {
          throw new IllegalStateException("a later activity of the store fails");
        });

    assertThat(failureOf(cart)).hasStackTraceContaining("a later activity of the store fails");

    assertThat(keys(cart)).isEmpty();
  }

  @Test
  void cancelling_and_submitting_again_are_events_of_their_own() throws Exception {
    Order order = shopper.buy("again@test.example");
    OrderService orders = HostContext.get().getBean("blOrderService", OrderService.class);

    status(orders, order, OrderStatus.CANCELLED);
    status(orders, order, OrderStatus.SUBMITTED);
    status(orders, order, OrderStatus.CANCELLED);

    String prefix = "order:" + order.getId();
    assertThat(keys(order))
        .containsExactly(
            prefix + ":SUBMITTED:1",
            prefix + ":CANCELLED:1",
            prefix + ":SUBMITTED:2",
            prefix + ":CANCELLED:2");
  }

  private static void status(OrderService orders, Order order, OrderStatus status)
      throws Exception {
    Order fresh = orders.findOrderById(order.getId());
    fresh.setStatus(status);
    orders.save(fresh, false);
  }

  private Exception failureOf(Order cart) {
    try {
      shopper.checkOut(cart);
      return null;
    } catch (Exception e) {
      return e;
    }
  }

  private List<String> keys(Order order) {
    return jdbc.queryForList(
        "select ENTRY_KEY from PP_OUTBOX where ORDER_ID = ? and HANDLER = 'intake' order by OUTBOX_ID",
        String.class,
        order.getId());
  }
}
