package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.broadleafcommerce.core.checkout.service.exception.CheckoutException;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.postpurchase.broadleaf.points.PointsPayments;
import org.postpurchase.broadleaf.points.PointsProblem;
import org.postpurchase.broadleaf.points.PointsRefusedException;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.PointsDesk;
import org.postpurchase.broadleaf.testkit.Shopper;

/** Of two checkouts with one balance at the same moment, one gets it; the other is told. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PointsRaceIT {
  private static ExecutorService threads;
  private static Shopper shopper;
  private static PointsDesk desk;

  @BeforeAll
  static void open() {
    threads = Executors.newFixedThreadPool(2);
    shopper = new Shopper(HostContext.get());
    desk = new PointsDesk(HostContext.get());
    desk.open(500, 100, 50);
  }

  @AfterAll
  static void close() {
    threads.shutdownNow();
    if (desk != null) { // null where there is no such database to test on
      desk.close();
    }
  }

  @RepeatedTest(10)
  void exactly_one_of_them_is_paid_with_the_points() throws Exception {
    Customer customer = desk.customerWith(1200);
    List<Order> carts = List.of(ready(customer), ready(customer));
    CyclicBarrier start = new CyclicBarrier(2);

    List<Future<CheckoutException>> outcomes =
        carts.stream().map(cart -> threads.submit(() -> checkOut(cart, start))).toList();

    CheckoutException first = outcomes.get(0).get(60, TimeUnit.SECONDS);
    CheckoutException second = outcomes.get(1).get(60, TimeUnit.SECONDS);
    assertThat(first == null).as("one is placed, the other not").isNotEqualTo(second == null);
    Order loser = carts.get(first == null ? 1 : 0);
    CheckoutException refused = first == null ? second : first;
    assertThat(refused).hasCauseInstanceOf(PointsRefusedException.class);
    assertThat(((PointsRefusedException) refused.getCause()).getProblem())
        .isEqualTo(PointsProblem.GONE);
    assertThat(desk.load(loser).getStatus()).isEqualTo(OrderStatus.IN_PROCESS);
    assertThat(desk.pointsOf(loser)).isZero();
    assertThat(desk.usable(customer)).isZero();
    assertThat(desk.holds(carts.get(first == null ? 0 : 1))).hasSize(1);
    assertThat(shopper.checkOut(desk.payRestOnDelivery(loser)).getTotal().getAmount())
        .isEqualByComparingTo("25.80");
  }

  private static Order ready(Customer customer) throws Exception {
    Order cart = shopper.cart(customer);
    desk.use(cart, PointsPayments.ALL);
    return desk.payRestOnDelivery(cart);
  }

  private static CheckoutException checkOut(Order cart, CyclicBarrier start) throws Exception {
    start.await(30, TimeUnit.SECONDS);
    try {
      shopper.checkOut(cart);
      return null;
    } catch (CheckoutException refused) {
      return refused;
    }
  }
}
