package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.broadleafcommerce.core.checkout.service.exception.CheckoutException;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.broadleaf.points.PointsPayments;
import org.postpurchase.broadleaf.points.PointsProblem;
import org.postpurchase.broadleaf.points.PointsRefusedException;
import org.postpurchase.broadleaf.testkit.Checkpoints;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.PointsDesk;
import org.postpurchase.broadleaf.testkit.SecondGateway;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.broadleaf.testkit.WebRequest;
import org.postpurchase.ledger.PointsHold;
import org.springframework.jdbc.core.JdbcTemplate;

/** A checkout with points that fails, wherever it does: no points are lost, and none are made. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PointsRefusalIT {
  private final Shopper shopper = new Shopper(HostContext.get());
  private final PointsDesk desk = new PointsDesk(HostContext.get());

  @BeforeEach
  void open() {
    desk.open(500, 100, 50);
  }

  @AfterEach
  void leave_no_traps() {
    Checkpoints.clear();
    HostContext.watch().reset();
    SecondGateway.is(SecondGateway.Mood.ACCEPTS);
    desk.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"DECLINES", "THROWS"})
  void a_second_payment_that_fails_gives_the_points_back_at_once(SecondGateway.Mood mood)
      throws Exception {
    Customer customer = desk.customerWith(1300);
    Order cart = shopper.cart(customer);
    desk.use(cart, PointsPayments.ALL);
    desk.payRestElsewhere(cart);
    SecondGateway.is(mood);

    assertThatThrownBy(() -> shopper.checkOut(cart)).isInstanceOf(CheckoutException.class);

    assertUsableAgain(customer, cart, 1300, 1200);
    SecondGateway.is(SecondGateway.Mood.ACCEPTS);
    Order order = shopper.checkOut(desk.payRestElsewhere(cart));
    assertThat(order.getStatus()).isEqualTo(OrderStatus.SUBMITTED);
    desk.relay();
    assertThat(desk.usable(customer)).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"after-payment", "after-completion"})
  void a_later_step_that_fails_gives_the_points_back_at_once(String point) throws Exception {
    Customer customer = desk.customerWith(1300);
    Order cart = shopper.cart(customer);
    desk.use(cart, PointsPayments.ALL);
    desk.payRestOnDelivery(cart);
    Checkpoints.at(
        point,
        () -> {
          throw new IllegalStateException("the store's own step fails");
        });

    assertThatThrownBy(() -> shopper.checkOut(cart)).isInstanceOf(CheckoutException.class);

    assertUsableAgain(customer, cart, 1300, 1200);
    desk.relay();
    HostContext.plugin().getLoyalty().engine.settleHolds().runDue();
    assertUsableAgain(customer, cart, 1300, 1200);
  }

  @Test
  void fifty_declined_attempts_leave_the_balance_as_it_was() throws Exception {
    Customer customer = desk.customerWith(1300);
    Order cart = shopper.cart(customer);
    desk.use(cart, PointsPayments.ALL);

    for (int i = 0; i < 50; i++) {
      SecondGateway.is(i % 2 == 0 ? SecondGateway.Mood.DECLINES : SecondGateway.Mood.THROWS);
      desk.payRestElsewhere(cart);
      assertThatThrownBy(() -> shopper.checkOut(cart)).isInstanceOf(CheckoutException.class);
    }

    assertUsableAgain(customer, cart, 1300, 1200);
    assertThat(desk.holds(cart)).hasSize(50);
    SecondGateway.is(SecondGateway.Mood.ACCEPTS);
    Order order = shopper.checkOut(desk.payRestElsewhere(cart));
    desk.relay();
    assertThat(desk.usable(customer)).isEqualTo(100);
    assertThat(desk.holds(order))
        .filteredOn(hold -> hold.state() == PointsHold.State.CAPTURED)
        .singleElement()
        .satisfies(hold -> assertThat(hold.points).isEqualTo(1200));
  }

  @Test
  void points_gone_between_cart_and_checkout_are_refused_and_the_price_is_right_again()
      throws Exception {
    Customer customer = desk.customerWith(1300);
    Order cart = shopper.cart(customer);
    desk.use(cart, PointsPayments.ALL);
    desk.payRestOnDelivery(cart);
    desk.give(customer, -1000);

    PointsRefusedException refused = refusal(cart);

    assertThat(refused.getProblem()).isEqualTo(PointsProblem.GONE);
    assertThat(refused).hasMessageContaining("can no longer be used");
    assertThat(desk.load(cart).getStatus()).isEqualTo(OrderStatus.IN_PROCESS);
    assertThat(desk.pointsOf(cart)).isZero();
    assertThat(desk.load(cart).getTotal().getAmount()).isEqualByComparingTo("25.80");
    assertThat(desk.usable(customer)).isEqualTo(300);
    assertThat(shopper.checkOut(desk.payRestOnDelivery(cart)).getStatus())
        .isEqualTo(OrderStatus.SUBMITTED);
  }

  @Test
  void a_price_that_nobody_has_seen_is_refused() throws Exception {
    Customer customer = desk.customerWith(1300);
    Order cart = shopper.cart(customer);
    desk.use(cart, PointsPayments.ALL);
    desk.payRestOnDelivery(cart);
    desk.give(customer, -600);

    PointsRefusedException refused =
        refusal(
            () ->
                WebRequest.call(
                    HostContext.get(),
                    () -> { // as the host's controller: priced and placed in one request
                      desk.orders().save(desk.load(cart), true);
                      return shopper.checkOut(cart);
                    }));

    assertThat(refused.getProblem()).isEqualTo(PointsProblem.CHANGED);
    assertThat(desk.pointsOf(cart)).isEqualTo(700);
    assertThat(desk.usable(customer)).isEqualTo(700);
    assertThat(shopper.checkOut(desk.payRestOnDelivery(cart)).getStatus())
        .isEqualTo(OrderStatus.SUBMITTED);
  }

  @Test
  void where_money_was_taken_already_the_host_gives_it_back() throws Exception {
    Customer customer = desk.customerWith(1300);
    Order cart = shopper.cart(customer);
    desk.use(cart, PointsPayments.ALL);
    desk.payRestElsewhereAtOnce(cart);
    desk.give(customer, -1000);

    assertThatThrownBy(() -> shopper.checkOut(cart)).isInstanceOf(CheckoutException.class);

    assertThat(desk.paymentRows(cart)).as("voided, and not chosen any more").isEmpty();
    assertThat(desk.usable(customer)).isEqualTo(300);
  }

  @Test
  void a_programme_switched_off_meanwhile_is_refused() throws Exception {
    Order cart = shopper.cart(desk.customerWith(1300));
    desk.use(cart, PointsPayments.ALL);
    desk.payRestOnDelivery(cart);
    desk.close();

    assertThat(refusal(cart).getProblem()).isEqualTo(PointsProblem.GONE);
    assertThat(desk.pointsOf(cart)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PP_POINTS", "PP_LOYALTY_PROGRAMME"})
  void our_broken_database_is_a_polite_refusal_and_the_order_goes_through_without(String table)
      throws Exception {
    Customer customer = desk.customerWith(1300);
    Order cart = shopper.cart(customer);
    desk.use(cart, PointsPayments.ALL);
    desk.payRestOnDelivery(cart);
    HostContext.watch()
        .interfere(
            sql -> {
              if (sql.contains(table)) {
                throw new java.sql.SQLException("our tables are gone");
              }
            });

    assertThat(refusal(cart).getProblem()).isEqualTo(PointsProblem.UNAVAILABLE);
    assertThat(desk.load(cart).getStatus()).isEqualTo(OrderStatus.IN_PROCESS);
    desk.remove(cart);
    Order order = shopper.checkOut(desk.payRestOnDelivery(cart));

    HostContext.watch().reset();
    assertThat(order.getStatus()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(desk.paymentRows(order)).containsExactly("Passthrough 25.80 AUTHORIZE_AND_CAPTURE");
    assertThat(desk.usable(customer)).isEqualTo(1300);
  }

  @Test
  void the_same_order_in_another_checkout_is_told_to_wait() throws Exception {
    Customer customer = desk.customerWith(5000);
    Order cart = shopper.cart(customer);
    desk.use(cart, PointsPayments.ALL);
    desk.payRestOnDelivery(cart);
    HostContext.plugin()
        .getLoyalty()
        .getRedeem()
        .reserve(customer.getId(), cart.getId(), "another node " + cart.getId(), 1200);

    assertThat(refusal(cart).getProblem()).isEqualTo(PointsProblem.BUSY);
    assertThat(desk.holds(cart)).hasSize(1);

    new JdbcTemplate(HostContext.dataSource()) // that node died a while ago
        .update(
            "update PP_POINTS_HOLD set CREATED_AT = ? where ORDER_ID = ?",
            new java.sql.Timestamp(0),
            cart.getId());
    shopper.checkOut(desk.payRestOnDelivery(cart));
    desk.relay();
    assertThat(desk.usable(customer)).as("taken once").isEqualTo(3800);
  }

  private PointsRefusedException refusal(Order cart) {
    return refusal(() -> shopper.checkOut(cart));
  }

  private static PointsRefusedException refusal(ThrowingCallable checkout) {
    CheckoutException failure = catchThrowableOfType(CheckoutException.class, checkout);
    assertThat(failure).hasCauseInstanceOf(PointsRefusedException.class);
    return (PointsRefusedException) failure.getCause();
  }

  private void assertUsableAgain(Customer customer, Order cart, long balance, long chosen)
      throws Exception {
    assertThat(desk.usable(customer)).isEqualTo(balance);
    assertThat(desk.holds(cart)).noneMatch(hold -> hold.state() == PointsHold.State.HELD);
    assertThat(desk.load(cart).getStatus()).isEqualTo(OrderStatus.IN_PROCESS);
    assertThat(desk.pointsOf(cart)).as("still chosen").isEqualTo(chosen);
    assertThat(desk.paymentRows(cart)).contains("LOYALTY_POINTS 12.00 UNCONFIRMED");
  }
}
