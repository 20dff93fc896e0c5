package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.PointsDesk;
import org.postpurchase.broadleaf.testkit.SettingsAccess;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.broadleaf.testkit.WebRequest;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.shared.DueWork;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One customer in two browsers: the second one still has the cart, and the host writes it over the
 * order that the first one submitted, with fewer units, and submits it again. What counts is what
 * the order is in the end, whenever the plugin looked.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoBrowsersIT {
  private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

  private final PointsDesk desk = new PointsDesk(HostContext.get());
  private final SettingsAccess settings = new SettingsAccess(HostContext.get());
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
  private final Shopper shopper = new Shopper(HostContext.get());

  @BeforeEach
  void switch_on() {
    HostContext.watch().reset();
    desk.open(0, 1, 100);
    rule(true);
    settings.switchOn();
    runDue();
    HostContext.mail().clear();
  }

  @AfterEach
  void close() {
    rule(false);
    desk.close();
  }

  @ParameterizedTest(name = "looked after the first order: {0}, at the cart: {1}")
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void a_stale_cart_over_a_placed_order_counts_for_what_it_is_in_the_end(
      boolean afterFirst, boolean atCart) throws Exception {
    String address = "two-browsers-" + NUMBERS.incrementAndGet() + "@test.example";
    Customer customer = shopper.registered(address);
    Order order = shopper.buy(customer, address);
    lookIf(afterFirst);

    writeStaleCart(order);
    lookIf(atCart);
    shopper.payAgain(order);
    shopper.checkOut(order);
    runDue();
    HostContext.plugin().getSweep().sweep();
    minutesPass();
    runDue();

    assertThat(desk.load(order).getStatus()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(desk.balance(customer).pending).as("one unit at 12.90").isEqualTo(12);
    assertThat(HostContext.plugin().getMessages().list(null, 1000, 0))
        .filteredOn(m -> m.content.orderId == order.getId())
        .as("one thank-you")
        .extracting(m -> m.state)
        .containsExactly(MessageState.SENT);
  }

  private void writeStaleCart(Order order) throws Exception {
    WebRequest.call(
        HostContext.get(),
        () -> {
          Order stale = desk.orders().findOrderById(order.getId());
          stale.setStatus(OrderStatus.IN_PROCESS);
          stale.setSubmitDate(null);
          stale.getOrderItems().get(0).setQuantity(1);
          return desk.orders().save(stale, true);
        });
  }

  private void lookIf(boolean looks) {
    if (looks) {
      runDue();
    }
  }

  /** What asked to be called later is due. */
  private void minutesPass() {
    settings
        .transactions()
        .run(
            () -> {
              jdbc.update("update PP_OUTBOX set DUE_AT = OCCURRED_AT where STATE = 'WAITING'");
              jdbc.update(
                  "update PP_STEP_EXECUTION set DUE_AT = PLANNED_AT where STATE = 'SCHEDULED'"
                      + " and STEP_KEY = 'thank-you'");
            });
  }

  private static void runDue() {
    for (int i = 0; i < 2; i++) {
      HostContext.plugin().getDueWork().forEach(DueWork::runDue);
    }
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
