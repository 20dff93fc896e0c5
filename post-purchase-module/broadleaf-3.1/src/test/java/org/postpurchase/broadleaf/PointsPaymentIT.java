package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
import org.postpurchase.broadleaf.testkit.WebRequest;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.loyalty.RedemptionOffer;
import org.postpurchase.shared.Money;

/** Points pay for a cart of 25.80 EUR, of which the programme lets them pay half. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PointsPaymentIT {
  private final Shopper shopper = new Shopper(HostContext.get());
  private final PointsDesk desk = new PointsDesk(HostContext.get());

  @BeforeEach
  void open() {
    desk.open(500, 100, 50);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void paid_partly_in_points_the_order_holds_them_and_then_spends_them() throws Exception {
    Customer customer = desk.customerWith(5000);
    Order cart = shopper.cart(customer);

    Order used = desk.use(cart, PointsPayments.ALL);
    assertThat(desk.pointsOf(used)).isEqualTo(1200);
    assertThat(desk.usable(customer)).isEqualTo(5000);
    Order order = shopper.checkOut(desk.payRestOnDelivery(cart));

    assertThat(order.getStatus()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(order.getTotal().getAmount()).isEqualByComparingTo("25.80");
    assertThat(desk.paymentRows(order))
        .containsExactlyInAnyOrder(
            "LOYALTY_POINTS 12.00 AUTHORIZE_AND_CAPTURE UNCONFIRMED",
            "Passthrough 13.80 AUTHORIZE_AND_CAPTURE");
    assertThat(desk.holds(order))
        .singleElement()
        .satisfies(hold -> assertThat(hold.state()).isEqualTo(PointsHold.State.HELD));

    desk.relay();

    assertThat(desk.holds(order))
        .singleElement()
        .satisfies(hold -> assertThat(hold.state()).isEqualTo(PointsHold.State.CAPTURED));
    assertThat(desk.usable(customer)).isEqualTo(3800);
  }

  @Test
  void what_was_paid_in_points_is_known_to_whatever_counts_the_order() throws Exception {
    Customer customer = desk.customerWith(1000);
    Order cart = shopper.cart(customer);
    desk.use(cart, 700);

    Order order = shopper.checkOut(desk.payRestOnDelivery(cart));

    Money paid =
        HostContext.plugin().getOrders().find(order.getId()).orElseThrow().totals.paidWithPoints;
    assertThat(paid.amountMinor()).isEqualTo(700);
  }

  @Test
  void an_order_may_be_paid_in_points_alone_when_the_programme_says_so() throws Exception {
    desk.open(1, 1, 100);
    Customer customer = desk.customerWith(3000);
    Order cart = shopper.cart(customer);

    desk.use(cart, PointsPayments.ALL);
    Order order = shopper.checkOut(cart);

    assertThat(order.getStatus()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(desk.paymentRows(order))
        .containsExactly("LOYALTY_POINTS 25.80 AUTHORIZE_AND_CAPTURE UNCONFIRMED");
    desk.relay();
    assertThat(desk.usable(customer)).isEqualTo(420);
  }

  @Test
  void half_is_not_enough_for_an_order_that_nothing_else_pays() throws Exception {
    Customer customer = desk.customerWith(5000);
    Order cart = shopper.cart(customer);
    desk.use(cart, PointsPayments.ALL);

    assertThatThrownBy(() -> shopper.checkOut(cart)).isInstanceOf(CheckoutException.class);

    assertThat(desk.load(cart).getStatus()).isEqualTo(OrderStatus.IN_PROCESS);
    assertThat(desk.usable(customer)).isEqualTo(5000);
    assertThat(desk.pointsOf(cart)).as("still chosen").isEqualTo(1200);
  }

  @Test
  void the_offer_says_what_could_be_used_and_why_not() throws Exception {
    RedemptionOffer offer = desk.offer(shopper.cart(desk.customerWith(1240)));
    assertThat(offer.isPossible()).isTrue();
    assertThat(offer.balance).isEqualTo(1240);
    assertThat(offer.use.most).isEqualTo(1200);
    assertThat(offer.use.worth.get().amountMinor()).isEqualTo(1200);
    assertThat(offer.maxPoints).isEqualTo(1200);

    assertThat(desk.offer(shopper.cart(desk.customerWith(420))).problem)
        .isEqualTo(RedemptionOffer.Problem.TOO_FEW_POINTS);
    desk.open(2000, 100, 50);
    assertThat(desk.offer(shopper.cart(desk.customerWith(5000))).problem)
        .isEqualTo(RedemptionOffer.Problem.CART_TOO_SMALL);
    desk.close();
    assertThat(desk.offer(shopper.cart(desk.customerWith(5000))).problem)
        .isEqualTo(RedemptionOffer.Problem.NOT_OFFERED);
  }

  @Test
  void guests_have_no_offer_and_no_payment() throws Exception {
    Order cart = shopper.readyCart("guest@test.example");

    WebRequest.call(
        HostContext.get(),
        () -> {
          assertThat(desk.payments().offerFor(desk.load(cart))).isEmpty();
          return null;
        });
    assertThat(desk.pointsOf(desk.use(cart, 700))).isZero();
  }

  @Test
  void choosing_again_replaces_what_was_chosen() throws Exception {
    Order cart = shopper.cart(desk.customerWith(5000));

    desk.use(cart, 950);
    assertThat(desk.pointsOf(cart)).as("whole blocks").isEqualTo(900);
    desk.use(cart, PointsPayments.ALL);
    assertThat(desk.paymentRows(cart)).containsExactly("LOYALTY_POINTS 12.00 UNCONFIRMED");
    desk.use(cart, 100);
    assertThat(desk.pointsOf(cart)).as("below the least").isZero();
    desk.use(cart, 600);
    desk.remove(cart);
    assertThat(desk.paymentRows(cart)).isEmpty();
    assertThat(desk.load(cart).getTotal().getAmount()).isEqualByComparingTo("25.80");
  }

  @Test
  void a_smaller_cart_takes_fewer_points_and_too_small_a_one_none() throws Exception {
    Order cart = shopper.cart(desk.customerWith(5000));
    desk.use(cart, PointsPayments.ALL);

    quantity(cart, 1); // 12.90, half of which is 6.45
    assertThat(desk.paymentRows(cart)).containsExactly("LOYALTY_POINTS 6.00 UNCONFIRMED");

    desk.open(700, 100, 50);
    desk.price(cart);
    assertThat(desk.paymentRows(cart)).isEmpty();
  }

  @Test
  void a_larger_cart_takes_no_more_points_than_were_asked_for() throws Exception {
    Order cart = shopper.cart(desk.customerWith(5000));
    desk.use(cart, 1200);

    quantity(cart, 5);

    assertThat(desk.pointsOf(cart)).isEqualTo(1200);
  }

  @Test
  void all_points_are_applied_anew_when_the_cart_grows() throws Exception {
    Order cart = shopper.cart(desk.customerWith(5000));
    desk.use(cart, PointsPayments.ALL);

    quantity(cart, 5); // 64.50, half of which is 32.25

    assertThat(desk.paymentRows(cart)).containsExactly("LOYALTY_POINTS 32.00 UNCONFIRMED");
  }

  @Test
  void all_points_leave_nothing_to_pay_whatever_the_block() throws Exception {
    desk.open(500, 100, 100);
    Customer customer = desk.customerWith(3000);
    Order cart = shopper.cart(customer);

    desk.use(cart, PointsPayments.ALL);
    Order order = shopper.checkOut(cart);

    assertThat(desk.paymentRows(order))
        .containsExactly("LOYALTY_POINTS 25.80 AUTHORIZE_AND_CAPTURE UNCONFIRMED");
  }

  @Test
  void a_programme_that_is_switched_off_pays_nothing() throws Exception {
    Order cart = shopper.cart(desk.customerWith(5000));
    desk.use(cart, 700);

    desk.close();
    desk.price(cart);

    assertThat(desk.paymentRows(cart)).isEmpty();
  }

  @Test
  void points_that_are_used_up_elsewhere_leave_the_cart() throws Exception {
    Customer customer = desk.customerWith(1300);
    Order cart = shopper.cart(customer);
    desk.use(cart, PointsPayments.ALL);

    desk.give(customer, -600);
    desk.price(cart);
    assertThat(desk.paymentRows(cart)).containsExactly("LOYALTY_POINTS 7.00 UNCONFIRMED");

    desk.give(customer, -600);
    desk.price(cart);
    assertThat(desk.paymentRows(cart)).isEmpty();
  }

  @Test
  void the_points_stay_with_their_owner_when_the_cart_changes_hands() throws Exception {
    Order cart = shopper.cart(desk.customerWith(5000));
    desk.use(cart, 700);
    Customer other = desk.customerWith(5000);

    WebRequest.call(
        HostContext.get(),
        () -> {
          Order order = desk.load(cart);
          order.setCustomer(other);
          return desk.orders().save(order, true);
        });

    assertThat(desk.paymentRows(cart)).isEmpty();
  }

  @Test
  void a_cart_without_points_costs_no_statement_in_pricing_and_checkout() throws Exception {
    Order cart = desk.payRestOnDelivery(shopper.cart(desk.customerWith(5000)));
    HostContext.watch().reset();

    desk.price(cart);
    shopper.checkOut(cart);

    List<String> statements = HostContext.watch().statements();
    assertThat(statements).isNotEmpty();
    assertThat(statements).noneMatch(s -> s.contains("PP_POINTS") || s.contains("PP_LOYALTY"));
  }

  private void quantity(Order cart, int quantity) throws Exception {
    WebRequest.call(
        HostContext.get(),
        () -> {
          Order order = desk.load(cart);
          org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO change =
              new org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO();
          change.setOrderItemId(order.getOrderItems().get(0).getId());
          change.setQuantity(quantity);
          return desk.orders().updateItemQuantity(order.getId(), change, true);
        });
  }
}
