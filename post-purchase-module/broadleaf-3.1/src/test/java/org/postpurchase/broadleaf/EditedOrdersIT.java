package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.PointsDesk;
import org.postpurchase.broadleaf.testkit.SettingsAccess;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.order.LineQuantity;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sweep's question about orders that were changed in the host's own tables. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EditedOrdersIT {
  private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

  private final PointsDesk desk = new PointsDesk(HostContext.get());
  private final SettingsAccess settings = new SettingsAccess(HostContext.get());
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
  private Customer customer;
  private Order order;

  @BeforeEach
  void buy() throws Exception {
    HostContext.watch().reset();
    desk.open(0, 1, 100);
    rule(true);
    Shopper shopper = new Shopper(HostContext.get());
    String address = "edited-" + NUMBERS.incrementAndGet() + "@test.example";
    customer = shopper.registered(address);
    order = shopper.buy(customer, address);
    desk.relay();
    assertThat(desk.balance(customer).pending).as("two units at 12.90").isEqualTo(25);
  }

  @AfterEach
  void close() {
    rule(false);
    desk.close();
  }

  @Test
  void an_order_that_nobody_has_reported_on_yet_is_found_when_units_are_taken_out() {
    assertThat(sweep()).as("nothing has changed").isEmpty();
    jdbc.update("update BLC_ORDER_ITEM set QUANTITY = 1 where ORDER_ID = ?", order.getId());

    assertThat(sweep()).hasSize(1);
    assertThat(desk.balance(customer).pending).isEqualTo(12);
    assertThat(sweep()).as("done").hasSize(1);
  }

  @Test
  void one_that_was_shipped_and_partly_returned_counts_each_unit_once() {
    long line = line();
    HostContext.plugin().getLifecycle().shipped(order.getId(), List.of(), "S");
    HostContext.plugin()
        .getLifecycle()
        .linesReturned(order.getId(), List.of(LineQuantity.of(line, 1)), "R");
    desk.relay();
    assertThat(desk.balance(customer).pending).isEqualTo(12);
    assertThat(sweep()).as("a return is no edit").isEmpty();

    jdbc.update("update BLC_ORDER_ITEM set QUANTITY = 1 where ORDER_ITEM_ID = ?", line);

    assertThat(sweep()).hasSize(1);
    assertThat(desk.balance(customer).pending).isZero();
  }

  @Test
  void more_units_than_before_are_no_finding() {
    jdbc.update("update BLC_ORDER_ITEM set QUANTITY = 9 where ORDER_ID = ?", order.getId());

    assertThat(sweep()).isEmpty();
    assertThat(desk.balance(customer).pending).isEqualTo(25);
  }

  /** Events of this order that say that it was edited, after the sweep and what follows from it. */
  private List<String> sweep() {
    HostContext.plugin().getSweep().sweep();
    desk.relay();
    return jdbc.queryForList(
        "select ENTRY_KEY from PP_OUTBOX where ORDER_ID = ? and FACT = 'EDITED'"
            + " and HANDLER = 'intake'",
        String.class,
        order.getId());
  }

  private long line() {
    return jdbc.queryForObject(
        "select ORDER_ITEM_ID from BLC_ORDER_ITEM where ORDER_ID = ?", Long.class, order.getId());
  }

  private void rule(boolean active) {
    settings.read(
        em ->
            em.createQuery(
                    "update org.postpurchase.broadleaf.entity.EarningRuleImpl r set r.active = "
                        + active
                        + " where r.presetKey = 'spend'")
                .executeUpdate());
  }
}
