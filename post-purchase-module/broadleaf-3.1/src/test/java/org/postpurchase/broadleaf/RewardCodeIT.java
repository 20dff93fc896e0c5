package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.broadleafcommerce.core.checkout.service.exception.CheckoutException;
import org.broadleafcommerce.core.offer.service.OfferService;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.offer.CodeNotices;
import org.postpurchase.broadleaf.offer.CodeProblemTexts;
import org.postpurchase.broadleaf.offer.CodeRefusedException;
import org.postpurchase.broadleaf.offer.CodesTakenOff;
import org.postpurchase.broadleaf.testkit.Checkpoints;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.RewardDesk;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.broadleaf.testkit.WebRequest;
import org.postpurchase.broadleaf.testkit.WebSession;
import org.postpurchase.reward.CodeProblem;
import org.postpurchase.reward.CodeVerdict;
import org.postpurchase.reward.RewardState;
import org.postpurchase.reward.SettleReservations;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Codes of ours in the host's pricing and checkout. Two units at 12.90 are 25.80 without a code.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RewardCodeIT {
  private static final BigDecimal FULL = new BigDecimal("25.80");
  private static final BigDecimal REDUCED = new BigDecimal("23.22");

  private Shopper shopper;
  private RewardDesk desk;
  private long offer;

  @BeforeEach
  void start() {
    shopper = new Shopper(HostContext.get());
    shopper.newSku(); // the currency of the carts
    desk = new RewardDesk(HostContext.get());
    offer = desk.tenPercent();
  }

  @AfterEach
  void leave_no_traps() {
    Checkpoints.clear();
    HostContext.watch().reset();
  }

  @Test
  void its_owner_pays_less_whatever_the_case_of_the_address() throws Exception {
    String code = desk.give(offer, "owner@test.example");

    Order cart = shopper.cartWithCode("Owner@Test.example", code);
    assertThat(total(cart)).isEqualByComparingTo(REDUCED);
    assertThat(notices(cart)).isEmpty();
    Order order = shopper.checkOut(cart);

    assertThat(order.getStatus()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(total(order)).isEqualByComparingTo(REDUCED);
    assertThat(desk.read(code).state).isEqualTo(RewardState.RESERVED);
    assertThat(desk.read(code).orderId).isEqualTo(order.getId());
    assertThat(desk.hostUses(code)).isEqualTo(1);

    desk.redeem().settle(order.getId());
    assertThat(desk.read(code).state).isEqualTo(RewardState.USED);
  }

  @Test
  void somebody_else_hears_why_and_orders_at_the_full_price_that_was_shown() throws Exception {
    String code = desk.give(offer, "owner@test.example");

    Order cart = shopper.cartWithCode("other@test.example", code);

    assertThat(total(cart)).isEqualByComparingTo(FULL);
    assertThat(notices(cart)).singleElement().isEqualTo(CodeVerdict.FOREIGN);
    assertOrderedWithoutCode(cart);
    assertThat(desk.read(code).state).isEqualTo(RewardState.ISSUED);
  }

  @Test
  void an_account_may_use_its_code_with_another_address() throws Exception {
    Customer customer = shopper.registered("account@test.example");
    String code = desk.give(offer, "account@test.example", customer.getId());

    Order cart = shopper.cartWithCode(customer, "gift@test.example", code);

    assertThat(total(cart)).isEqualByComparingTo(REDUCED);
    assertThat(shopper.checkOut(cart).getStatus()).isEqualTo(OrderStatus.SUBMITTED);
  }

  @Test
  void nobody_in_particular_sees_the_price_but_cannot_order() throws Exception {
    String code = desk.give(offer, "owner@test.example");

    Order cart = shopper.cartWithCode((String) null, code);

    assertThat(total(cart)).isEqualByComparingTo(REDUCED);
    assertRefused(cart, code, "belongs to another e-mail address");
  }

  @Test
  void a_code_that_is_over_before_the_price_was_shown_is_taken_off_and_the_order_goes_on()
      throws Exception {
    for (String over : List.of("EXPIRED", "REVOKED", "USED")) {
      String code = desk.give(offer, "owner@test.example");
      Order cart = shopper.cartWithCode("owner@test.example", code);
      end(code, over);
      shopper.priceAgain(cart);
      assertThat(total(cart)).as(over).isEqualByComparingTo(FULL);
      assertThat(notices(cart)).as(over).hasSize(1);
      shopper.payAgain(cart);

      assertOrderedWithoutCode(cart);
      assertThat(desk.hostUses(code)).as(over).isZero();
    }
  }

  @Test
  void a_code_that_ends_after_the_price_was_shown_stops_one_checkout_with_its_reason()
      throws Exception {
    for (String over : List.of("EXPIRED", "REVOKED", "USED")) {
      String code = desk.give(offer, "owner@test.example");
      Order cart = shopper.cartWithCode("owner@test.example", code);
      assertThat(total(cart)).isEqualByComparingTo(REDUCED);
      end(code, over);

      assertRefused(cart, code, over.equals("EXPIRED") ? "has expired" : "");

      assertThat(total(cart)).as("%s: the new price", over).isEqualByComparingTo(FULL);
      assertThat(stored(cart).getStatus()).isEqualTo(OrderStatus.IN_PROCESS);
      shopper.payAgain(cart);
      assertOrderedWithoutCode(cart);
    }
  }

  @Test
  void what_was_taken_off_is_told_on_the_pages_of_this_session_and_this_order() throws Exception {
    String code = desk.give(offer, "owner@test.example");
    Order cart = shopper.cartWithCode("owner@test.example", code);
    Order another = shopper.cartWithCode("owner@test.example");
    desk.expire(code);
    CodesTakenOff takenOff = HostContext.get().getBean(CodesTakenOff.class);

    try (WebSession session = new WebSession()) {
      session.request(() -> assertRefused(cart, code, "has expired"));
      session.request(
          () -> {
            assertThat(takenOff.of(cart)).containsExactly(entry(code, CodeVerdict.EXPIRED));
            assertThat(takenOff.of(another)).isEmpty();
          });
    }
    assertThat(takenOff.of(cart)).as("nothing is known without a session").isEmpty();
  }

  @Test
  void the_hosts_own_lookup_takes_a_code_however_it_is_typed() {
    String code = desk.give(offer, "owner@test.example");
    OfferService host = HostContext.get().getBean("blOfferService", OfferService.class);
    String bare = code.replace("-", "").toLowerCase(Locale.ROOT);

    for (String typed : List.of(code, bare, "\u00a0" + code + "\u00a0", code.replace('-', ' '))) {
      assertThat(host.lookupOfferCodeByCode(typed)).as("'%s'", typed).isNotNull();
      assertThat(host.lookupOfferCodeByCode(typed).getOfferCode()).isEqualTo(code);
    }
    assertThat(host.lookupOfferCodeByCode("NO-SUCH-CODE")).isNull();
  }

  @Test
  void a_used_code_gives_the_next_order_nothing_and_does_not_stop_it() throws Exception {
    String code = desk.give(offer, "owner@test.example");
    Order first = shopper.checkOut(shopper.cartWithCode("owner@test.example", code));
    Order second =
        withoutHostsOwnLimit(code, () -> shopper.cartWithCode("owner@test.example", code));

    assertThat(total(second)).isEqualByComparingTo(FULL);
    assertOrderedWithoutCode(second);
    assertThat(desk.read(code).orderId).isEqualTo(first.getId());
  }

  @Test
  void a_checkout_that_fails_later_gives_the_code_back() throws Exception {
    String code = desk.give(offer, "owner@test.example");
    Order cart = shopper.cartWithCode("owner@test.example", code);
    Checkpoints.at(
        "after-completion",
        () -> {
          throw new IllegalStateException("injected");
        });

    assertThatThrownBy(() -> shopper.checkOut(cart)).isInstanceOf(CheckoutException.class);
    Checkpoints.clear();

    assertThat(desk.read(code).state).isEqualTo(RewardState.ISSUED);
    assertThat(desk.hostUses(code)).isZero();
    Order again = shopper.checkOut(shopper.cartWithCode("owner@test.example", code));
    assertThat(total(again)).isEqualByComparingTo(REDUCED);
  }

  @Test
  void a_cancelled_order_gives_the_code_back_and_the_host_forgets_the_use() throws Exception {
    String code = desk.give(offer, "owner@test.example");
    Order order = shopper.checkOut(shopper.cartWithCode("owner@test.example", code));
    desk.redeem().settle(order.getId());

    desk.redeem().giveBack(order.getId());

    assertThat(desk.read(code).state).isEqualTo(RewardState.ISSUED);
    assertThat(desk.hostUses(code)).isZero();
    Order again = shopper.checkOut(shopper.cartWithCode("owner@test.example", code));
    assertThat(again.getStatus()).isEqualTo(OrderStatus.SUBMITTED);
  }

  @Test
  void reservations_of_dead_checkouts_come_to_an_end() throws Exception {
    String placed = desk.give(offer, "owner@test.example");
    shopper.checkOut(shopper.cartWithCode("owner@test.example", placed));
    String dead = desk.give(offer, "owner@test.example");
    Order cart = shopper.cartWithCode("owner@test.example", dead);
    Checkpoints.at(
        "after-payment", () -> HostContext.watch().interfere(RewardCodeIT::failOurUpdate));
    Checkpoints.at(
        "after-completion",
        () -> {
          throw new IllegalStateException("injected");
        });
    assertThatThrownBy(() -> shopper.checkOut(cart)).isInstanceOf(CheckoutException.class);
    leave_no_traps();
    assertThat(desk.read(dead).state).isEqualTo(RewardState.RESERVED);
    desk.age(placed);
    desk.age(dead);

    new SettleReservations(
            desk.redeem(),
            HostContext.plugin().getOrders(),
            HostContext.plugin().getTransactions(),
            HostContext.plugin().getClock())
        .settle();

    assertThat(desk.read(placed).state).isEqualTo(RewardState.USED);
    assertThat(desk.read(dead).state).isEqualTo(RewardState.ISSUED);
  }

  @Test
  void an_offer_of_two_codes_applies_as_long_as_one_may_be_used() throws Exception {
    String foreign = desk.give(offer, "other@test.example");
    String own = desk.give(offer, "owner@test.example");

    Order cart = shopper.cartWithCode("owner@test.example", foreign, own);

    assertThat(total(cart)).isEqualByComparingTo(REDUCED);
    assertThat(notices(cart)).containsExactly(CodeVerdict.FOREIGN);
    Order order = shopper.checkOut(cart);
    assertThat(order.getStatus()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(total(order)).isEqualByComparingTo(REDUCED);
    assertThat(desk.read(own).state).isEqualTo(RewardState.RESERVED);
    assertThat(desk.read(foreign).state).isEqualTo(RewardState.ISSUED);
  }

  @Test
  void a_missing_table_costs_nobody_an_order() throws Exception {
    JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
    String code = desk.give(offer, "owner@test.example");
    jdbc.execute("alter table PP_REWARD_CODE rename to PP_REWARD_CODE_AWAY");
    Order order;
    try {
      order = shopper.checkOut(shopper.cartWithCode("owner@test.example", code));
      assertThat(notices(order)).isEmpty();
    } finally {
      jdbc.execute("alter table PP_REWARD_CODE_AWAY rename to PP_REWARD_CODE");
    }

    assertThat(order.getStatus()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(total(order)).isEqualByComparingTo(REDUCED);
  }

  @Test
  void carts_without_codes_cost_no_statement() throws Exception {
    HostContext.watch().reset();

    shopper.buy("nocode@test.example");

    assertThat(HostContext.watch().statements())
        .noneSatisfy(sql -> assertThat(sql).contains("PP_REWARD_CODE"));
  }

  @Test
  void reasons_are_told_in_the_shoppers_language() throws Exception {
    String code = desk.give(offer, "owner@test.example");
    desk.expire(code);
    Order cart = shopper.cartWithCode("owner@test.example", code);
    CodeProblem problem = problems(cart).get(0);

    CodeProblemTexts texts = HostContext.get().getBean(CodeProblemTexts.class);

    assertThat(texts.of(problem, Locale.GERMAN)).isEqualTo("Der Code " + code + " ist abgelaufen.");
    assertThat(texts.of(problem, Locale.ENGLISH)).isEqualTo("The code " + code + " has expired.");
  }

  private interface Cart {
    Order get() throws Exception;
  }

  /** The host refuses a used code when it is typed; ours must hold when it was typed before. */
  private static Order withoutHostsOwnLimit(String code, Cart cart) throws Exception {
    JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
    jdbc.update("update BLC_OFFER_CODE set MAX_USES = null where OFFER_CODE = ?", code);
    try {
      return cart.get();
    } finally {
      jdbc.update("update BLC_OFFER_CODE set MAX_USES = 1 where OFFER_CODE = ?", code);
    }
  }

  private static void failOurUpdate(String sql) {
    if (sql.startsWith("update PP_REWARD_CODE")) {
      throw new IllegalStateException("injected");
    }
  }

  private void assertRefused(Order cart, String code, String why) {
    CheckoutException refused =
        catchThrowableOfType(CheckoutException.class, () -> shopper.checkOut(cart));
    assertThat(refused).isNotNull();
    assertThat(refused.getCause()).isInstanceOf(CodeRefusedException.class);
    assertThat(refused.getRootCauseMessage()).contains(code).contains(why);
    assertThat(stored(cart).getStatus()).isEqualTo(OrderStatus.IN_PROCESS);
  }

  private void assertOrderedWithoutCode(Order cart) throws Exception {
    Order order = shopper.checkOut(cart);
    assertThat(order.getStatus()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(total(order)).isEqualByComparingTo(FULL);
    assertThat(shopper.codesOf(order)).isEmpty();
  }

  /** As its day, a person of the shop or another order ends a code. */
  private void end(String code, String how) {
    if (how.equals("EXPIRED")) {
      desk.expire(code);
    } else {
      new JdbcTemplate(HostContext.dataSource())
          .update(
              "update PP_REWARD_CODE set STATE = ?, ORDER_ID = ? where CODE = ?",
              how,
              how.equals("USED") ? 1 : 0,
              code);
    }
  }

  private static List<CodeVerdict> notices(Order cart) throws Exception {
    return problems(cart).stream().map(problem -> problem.verdict).toList();
  }

  private static List<CodeProblem> problems(Order cart) throws Exception {
    return WebRequest.call(
        HostContext.get(), () -> HostContext.get().getBean(CodeNotices.class).of(stored(cart)));
  }

  private static BigDecimal total(Order order) {
    return stored(order).getTotal().getAmount();
  }

  private static Order stored(Order order) {
    return HostContext.get()
        .getBean("blOrderService", OrderService.class)
        .findOrderById(order.getId());
  }
}
