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
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.postpurchase.broadleaf.offer.CodeRefusedException;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.RewardDesk;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.reward.CodeVerdict;

/** Of two checkouts with one code at the same moment, exactly one gets it; the other is told. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OneCodeTwoCheckoutsIT {
  private static final String OWNER = "owner@test.example";
  private static ExecutorService threads;
  private static Shopper shopper;
  private static RewardDesk desk;
  private static long offer;

  @BeforeAll
  static void open() {
    threads = Executors.newFixedThreadPool(2);
    shopper = new Shopper(HostContext.get());
    shopper.newSku(); // the currency of the carts
    desk = new RewardDesk(HostContext.get());
    offer = desk.tenPercent();
  }

  @AfterAll
  static void close() {
    threads.shutdownNow();
  }

  @RepeatedTest(50)
  void exactly_one_of_them_is_an_order() throws Exception {
    String code = desk.give(offer, OWNER);
    List<Order> carts =
        List.of(shopper.cartWithCode(OWNER, code), shopper.cartWithCode(OWNER, code));
    CyclicBarrier start = new CyclicBarrier(2);

    List<Future<CheckoutException>> outcomes =
        carts.stream().map(cart -> threads.submit(() -> checkOut(cart, start))).toList();

    CheckoutException first = outcomes.get(0).get(30, TimeUnit.SECONDS);
    CheckoutException second = outcomes.get(1).get(30, TimeUnit.SECONDS);
    assertThat(first == null).as("one is placed, the other not").isNotEqualTo(second == null);
    assertPlaced(carts.get(first == null ? 0 : 1), code);
    assertRefused(carts.get(first == null ? 1 : 0), first == null ? second : first);
    assertThat(desk.hostUses(code)).isEqualTo(1);
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

  private static void assertPlaced(Order cart, String code) {
    Order order = stored(cart);
    assertThat(order.getStatus()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(order.getTotal().getAmount()).isEqualByComparingTo("23.22");
    assertThat(desk.read(code).orderId).isEqualTo(order.getId());
  }

  private static void assertRefused(Order cart, CheckoutException refused) {
    assertThat(refused).hasCauseInstanceOf(CodeRefusedException.class);
    assertThat(((CodeRefusedException) refused.getCause()).getProblems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.verdict).isEqualTo(CodeVerdict.TAKEN));
    Order order = stored(cart);
    assertThat(order.getStatus()).isEqualTo(OrderStatus.IN_PROCESS);
    assertThat(order.getOrderNumber()).isNull();
    assertThat(order.getTotal().getAmount()).isEqualByComparingTo("25.80");
  }

  private static Order stored(Order order) {
    return HostContext.get()
        .getBean("blOrderService", OrderService.class)
        .findOrderById(order.getId());
  }
}
