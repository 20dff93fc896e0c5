package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.offer.service.OfferService;
import org.broadleafcommerce.core.offer.service.type.OfferDiscountType;
import org.broadleafcommerce.core.offer.service.type.OfferType;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.RewardDesk;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.reward.NewCode;
import org.postpurchase.reward.RewardGrant;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.shared.PostPurchaseException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The host's offers behind our codes. Two units at 12.90 are 25.80 without a code. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RewardOffersIT {
  private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);

  private Shopper shopper;
  private RewardDesk desk;

  @BeforeEach
  void start() {
    shopper = new Shopper(HostContext.get());
    shopper.newSku(); // the currency of the carts
    desk = new RewardDesk(HostContext.get());
  }

  @ParameterizedTest
  @CsvSource({
    "PERCENT_OFF, 25, 19.35",
    "AMOUNT_OFF, 5, 20.80",
  })
  void offers_on_the_order_work_with_our_codes(String discount, String value, String expected)
      throws Exception {
    long other = desk.offer(OfferType.ORDER, OfferDiscountType.getInstance(discount), value);
    String code = desk.give(other, "owner@test.example");

    Order order = shopper.checkOut(shopper.cartWithCode("owner@test.example", code));

    assertThat(totalOf(order)).isEqualByComparingTo(expected);
  }

  @Test
  void free_shipping_works_with_our_codes() throws Exception {
    long free = desk.offer(OfferType.FULFILLMENT_GROUP, OfferDiscountType.PERCENT_OFF, "100");
    String own = desk.give(free, "owner@test.example");
    String foreign = desk.give(free, "other@test.example");

    Order shipped = shopper.ship(shopper.cartWithCode("owner@test.example"), "4.90");
    Order freely = shopper.ship(shopper.cartWithCode("owner@test.example", own), "4.90");
    Order denied = shopper.ship(shopper.cartWithCode("owner@test.example", foreign), "4.90");

    assertThat(totalOf(shipped)).isEqualByComparingTo("30.70");
    assertThat(totalOf(freely)).isEqualByComparingTo("25.80");
    assertThat(totalOf(denied)).isEqualByComparingTo("30.70");
  }

  @Test
  void many_codes_are_the_rows_that_single_ones_are_with_statements_that_do_not_grow() {
    long offer = desk.tenPercent();
    String one = "ONE-" + System.nanoTime();
    assertThat(make(offer, List.of(one))).isNotEmpty();
    int ten = make(offer, names("TEN-", 10)).size();
    List<String> hundred = names("HUNDRED-", 100);

    assertThat(make(offer, hundred))
        .as("and a few for the host's next ids")
        .hasSizeLessThan(ten + 8);

    JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
    String row = "select * from BLC_OFFER_CODE where OFFER_CODE = ?";
    Map<String, Object> single = jdbc.queryForMap(row, one);
    for (String code : List.of(hundred.get(0), hundred.get(99))) {
      Map<String, Object> batched = jdbc.queryForMap(row, code);
      assertThat((Long) batched.remove("OFFER_CODE_ID")).isPositive();
      assertThat(batched.remove("OFFER_CODE")).isEqualTo(code);
      assertThat(single).containsAllEntriesOf(batched);
      assertThat(single).hasSize(batched.size() + 2);
    }
    String typed = hundred.get(50);
    assertThat(
            HostContext.get()
                .getBean("blOfferService", OfferService.class)
                .lookupOfferCodeByCode(typed)
                .isActive())
        .isTrue();
    assertThatThrownBy(() -> make(-1, names("GONE-", 2)))
        .isInstanceOf(PostPurchaseException.class)
        .hasMessage("The offer(s) [-1] do not exist any more.");
  }

  private static List<String> names(String prefix, int count) {
    String own = prefix + System.nanoTime() + "-";
    return IntStream.range(0, count).mapToObj(i -> own + i).collect(Collectors.toList());
  }

  /** Makes the codes in one transaction; returns the statements. */
  private static List<String> make(long offer, List<String> codes) {
    RewardOffers offers = HostContext.plugin().getSeries().rewardOffers;
    List<NewCode> all =
        codes.stream()
            .map(
                code ->
                    new NewCode(
                        new RewardGrant(code, offer, "owner@test.example", 0, 0, "reward"),
                        code,
                        "Thank you",
                        TODAY,
                        TODAY.plus(Duration.ofDays(30))))
            .collect(Collectors.toList());
    HostContext.watch().reset();
    HostContext.plugin().getTransactions().run(() -> offers.createAll(all));
    List<String> statements = HostContext.watch().statements();
    HostContext.watch().reset();
    return statements;
  }

  @Test
  void the_host_takes_the_code_once_and_a_month_longer_than_we_do() {
    String code = desk.give(desk.tenPercent(), "owner@test.example");

    OfferCode row =
        HostContext.get().getBean("blOfferService", OfferService.class).lookupOfferCodeByCode(code);

    assertThat(row.getMaxUses()).isEqualTo(1);
    assertThat(row.isActive()).isTrue();
    assertThat(row.getEndDate().toInstant())
        .as("to the second, which is all that some databases keep")
        .isCloseTo(
            desk.read(code).expiresAt.plus(Duration.ofDays(30)), within(1, ChronoUnit.SECONDS));
  }

  /** A code that comes back long after its end would be dropped by the host without a word. */
  @Test
  void the_host_takes_a_code_that_comes_back_as_long_as_we_do() {
    String code = desk.give(desk.tenPercent(), "owner@test.example");
    OfferService host = HostContext.get().getBean("blOfferService", OfferService.class);
    Instant until = desk.read(code).expiresAt.plus(Duration.ofDays(200));
    host.lookupOfferCodeByCode(code);

    HostContext.plugin().getSeries().rewardOffers.prolong(code, until);

    assertThat(host.lookupOfferCodeByCode(code).getEndDate().toInstant())
        .isCloseTo(until.plus(Duration.ofDays(30)), within(1, ChronoUnit.SECONDS));
    HostContext.plugin().getSeries().rewardOffers.prolong(code, Instant.now());
    assertThat(host.lookupOfferCodeByCode(code).getEndDate().toInstant()).isAfter(until);
  }

  @Test
  void a_code_of_the_shops_own_is_none_of_our_business() throws Exception {
    String code = desk.give(desk.tenPercent(), "owner@test.example");
    new JdbcTemplate(HostContext.dataSource())
        .update("delete from PP_REWARD_CODE where CODE = ?", code);

    Order order = shopper.checkOut(shopper.cartWithCode("anybody@test.example", code));

    assertThat(totalOf(order)).isEqualByComparingTo("23.22");
  }

  @Test
  void only_offers_that_run_have_a_title() {
    RewardOffers offers = HostContext.plugin().getSeries().rewardOffers;
    Instant now = HostContext.plugin().getClock().instant();
    long offer = desk.tenPercent();
    assertThat(offers.title(offer, Locale.ENGLISH, now)).contains("Thank you 10");
    assertThat(offers.title(-1, Locale.ENGLISH, now)).isEmpty();

    new JdbcTemplate(HostContext.dataSource())
        .update("update BLC_OFFER set ARCHIVED = 'Y' where OFFER_ID = ?", offer);

    assertThat(offers.title(offer, Locale.ENGLISH, now)).isEmpty();
  }

  @Test
  void a_code_that_anybody_may_use_is_found_and_personal_or_ended_ones_are_not() {
    RewardOffers offers = HostContext.plugin().getSeries().rewardOffers;
    Instant now = HostContext.plugin().getClock().instant();
    JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
    long offer = desk.tenPercent();
    desk.give(offer, "owner@test.example");
    assertThat(offers.publicCode(offer, now)).isEmpty();

    String insert =
        "insert into BLC_OFFER_CODE (OFFER_CODE_ID, OFFER_ID, OFFER_CODE, MAX_USES, END_DATE)"
            + " values (?, ?, ?, ?, ?)";
    jdbc.update(insert, 900_000 + offer * 10, offer, "ONE-FRIEND-" + offer, 1, null);
    jdbc.update(
        insert, 900_001 + offer * 10, offer, "LAST-YEAR-" + offer, 0, new java.sql.Timestamp(0));
    assertThat(offers.publicCode(offer, now)).isEmpty();
    jdbc.update(insert, 900_002 + offer * 10, offer, "EVERYBODY-" + offer, null, null);
    assertThat(offers.publicCode(offer, now)).hasValue("EVERYBODY-" + offer);
    jdbc.update(
        "update BLC_OFFER_CODE set ARCHIVED = 'Y' where OFFER_CODE = ?", "EVERYBODY-" + offer);
    assertThat(offers.publicCode(offer, now)).isEmpty();
  }

  private static BigDecimal totalOf(Order order) {
    return HostContext.get()
        .getBean("blOrderService", OrderService.class)
        .findOrderById(order.getId())
        .getTotal()
        .getAmount();
  }
}
