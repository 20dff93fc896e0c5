package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Plugin;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.broadleaf.testkit.WebRequest;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.order.PlacedOrder;
import org.postpurchase.order.PlacedOrders;
import org.springframework.jdbc.core.JdbcTemplate;

/** Orders of the past are read page by page as each of them would be read alone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlacedOrdersIT {
  private static final AtomicLong PEOPLE = new AtomicLong(System.nanoTime());
  private static final Instant FUTURE = Instant.parse("2100-01-01T00:00:00Z");

  private final Plugin plugin = HostContext.plugin();
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
  private final Shopper shopper = new Shopper(HostContext.get());
  private String email;

  @BeforeEach
  void start() {
    email = "Placed" + PEOPLE.incrementAndGet() + "@Test.example";
    HostContext.watch().reset();
  }

  /** Those of the test, which came after all others. */
  private List<PlacedOrder> newest(int orders, int page) {
    PlacedOrders.Pages pages = plugin.getPlacedOrders().newestFirst(Instant.EPOCH, FUTURE);
    List<PlacedOrder> found = new ArrayList<>();
    while (found.size() < orders) {
      found.addAll(pages.next(Math.min(page, orders - found.size())));
    }
    return found;
  }

  @Test
  void each_order_is_what_it_is_when_read_alone() throws Exception {
    Customer customer = shopper.registered(email);
    List<Long> ids = new ArrayList<>();
    ids.add(shopper.buy(customer, email).getId());
    ids.add(shopper.buy(customer, "other-" + email).getId());
    ids.add(shopper.buy("guest-" + email).getId());
    ids.add(shopper.buy("guest-" + email, shopper.newSku()).getId());
    shopper.readyCart("guest-" + email);
    jdbc.update("update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where ORDER_ID = ?", ids.get(2));

    List<PlacedOrder> placed = newest(4, 3);

    assertThat(placed)
        .extracting(p -> p.order.orderId)
        .containsExactly(ids.get(3), ids.get(2), ids.get(1), ids.get(0));
    assertThat(placed).extracting(p -> p.first).containsExactly(true, true, false, true);
    assertThat(placed.get(1).order.state).isEqualTo(OrderState.CANCELLED);
    for (PlacedOrder one : placed) {
      OrderSnapshot alone = plugin.getOrders().find(one.order.orderId).orElseThrow();
      assertThat(one.order)
          .usingRecursiveComparison()
          .ignoringFields("firstName", "locale", "countryCode", "lines")
          .isEqualTo(alone);
      assertThat(one.order.lines).hasSameSizeAs(alone.lines);
      for (int i = 0; i < alone.lines.size(); i++) {
        assertThat(one.order.lines.get(i))
            .usingRecursiveComparison()
            .ignoringFields("name", "pictureUrl", "pageUrl", "care")
            .isEqualTo(alone.lines.get(i));
      }
    }
  }

  @Test
  void only_the_span_is_read_and_a_walk_ends() throws Exception {
    Order order = shopper.buy(email);
    Instant placed = order.getSubmitDate().toInstant();
    PlacedOrders all = plugin.getPlacedOrders();

    assertThat(all.newestFirst(placed.minusSeconds(5), placed.plusSeconds(1)).next(50))
        .anyMatch(p -> p.order.orderId == order.getId());
    assertThat(all.newestFirst(placed.plusSeconds(2), FUTURE).next(50)).isEmpty();
    PlacedOrders.Pages pages = all.newestFirst(placed, placed.plusSeconds(1));
    while (!pages.next(1).isEmpty()) {
      // to the end
    }
    assertThat(pages.next(1)).isEmpty();
  }

  @Test
  void a_page_costs_so_many_statements_however_many_orders_are_on_it() throws Exception {
    for (int i = 0; i < 24; i++) {
      shopper.buy(i + email);
    }
    newest(24, 24);

    int few = statements(4);
    int many = statements(24);

    System.out.println("statements for a page of 4 orders: " + few + ", of 24: " + many);
    assertThat(many).isLessThanOrEqualTo(few + 2).isLessThan(24);
  }

  /** As in the admin, where an entity manager is open for the request. */
  private int statements(int orders) throws Exception {
    HostContext.watch().reset();
    WebRequest.call(HostContext.get(), () -> newest(orders, orders));
    return HostContext.watch().statements().size();
  }
}
