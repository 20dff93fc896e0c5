package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.checkout.service.exception.CheckoutException;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.points.PointsPayments;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.PointsDesk;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Carts that wait to be paid with points when the plugin is removed: without our gateway, and after
 * what {@code uninstall.sql} does to the host's tables.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RemovedPluginIT {
  private final Shopper shopper = new Shopper(HostContext.get());
  private final PointsDesk desk = new PointsDesk(HostContext.get());
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
  private List<Object> gateways;
  private List<Object> before;

  @BeforeEach
  @SuppressWarnings("unchecked")
  void open() {
    desk.open(500, 100, 50);
    gateways = (List<Object>) HostContext.get().getBean("blPaymentGatewayConfigurationServices");
    before = new ArrayList<>(gateways);
  }

  @AfterEach
  void close() {
    gateways.clear();
    gateways.addAll(before);
    desk.close();
  }

  @Test
  void a_cart_with_points_that_nobody_confirmed_checks_out_after_the_plugin_is_gone()
      throws Exception {
    Customer customer = desk.customerWith(5000);
    Order placed = shopper.cart(customer);
    desk.use(placed, PointsPayments.ALL);
    shopper.checkOut(desk.payRestOnDelivery(placed));
    Order cart = shopper.cart(customer);
    desk.use(cart, PointsPayments.ALL);
    desk.payRestOnDelivery(cart);
    gateways.removeIf(gateway -> gateway.getClass().getName().startsWith("org.postpurchase."));
    assertThatThrownBy(() -> shopper.checkOut(cart)).isInstanceOf(CheckoutException.class);

    uninstall();

    Order order = shopper.checkOut(shopper.payAgain(cart));
    assertThat(order.getStatus()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(order.getTotal().getAmount()).isEqualByComparingTo("25.80");
    assertThat(archivedPayments(order)).as("the cart's points").isEqualTo(1);
    assertThat(archivedPayments(placed)).as("what paid for a placed order stays").isZero();
  }

  /** What the script does to the host's orders; our tables stay for the other tests. */
  private void uninstall() throws IOException {
    try (InputStream script =
        getClass().getResourceAsStream("/META-INF/pp-migrations/uninstall.sql")) {
      List<String> updates =
          new String(script.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith("update BLC_ORDER_PAYMENT"))
              .collect(Collectors.toList());
      assertThat(updates).hasSize(2);
      updates.forEach(sql -> jdbc.update(sql.replaceFirst(";\\s*$", "")));
    }
  }

  private int archivedPayments(Order order) {
    return jdbc.queryForObject(
        "select count(*) from BLC_ORDER_PAYMENT where GATEWAY_TYPE = 'LOYALTY_POINTS'"
            + " and ARCHIVED = 'Y' and ORDER_ID = ?",
        Integer.class,
        order.getId());
  }
}
