package org.postpurchase.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.HostOffers;
import org.postpurchase.testkit.KnownOrders;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class RewardCodeContract {
  private static final String ADA = "ada@example.com";
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private CoreDatabase database;
  private RewardCodeStore store;
  private HostOffers offers;
  private SettableClock clock;
  private IssueReward issue;
  private RedeemReward redeem;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
    store = database.rewardCodes();
  }

  @BeforeEach
  void empty() {
    database.jdbc.update("delete from PP_REWARD_CODE");
    offers = new HostOffers();
    clock = new SettableClock();
    issue = new IssueReward(store, offers, new CodeLife(() -> ZONE), new SecureRandom());
    redeem = new RedeemReward(store, offers, now -> now, database.transactions, clock);
  }

  private RewardCode code(String key) {
    RewardGrant grant = new RewardGrant(key, SeriesWorld.OFFER, ADA, 77, 5, "reward-code");
    return database.transactions.call(
        () -> issue.issue(grant, 14, Locale.ENGLISH, clock.instant()));
  }

  private static Redeemer ada(long order) {
    return new Redeemer(order, ADA, 0);
  }

  private CodeVerdict verdict(RewardCode code, Redeemer who) {
    return redeem.problems(List.of(code.code), who).stream()
        .map(p -> p.verdict)
        .findFirst()
        .orElse(CodeVerdict.USABLE);
  }

  @Test
  void the_same_grant_is_the_same_code_and_no_two_codes_are_alike() {
    RewardCode first = code("a");
    assertThat(code("a").code).isEqualTo(first.code).matches("[A-Z2-9]{5}(-[A-Z2-9]{5}){2}");
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      codes.add(code("k" + i).code);
    }
    assertThat(codes).hasSize(200);
    assertThat(offers.codes).hasSize(201);
    assertThat(store.newestOf(5).orElseThrow().grant.key).isEqualTo("k199");
    assertThat(store.findByStep(5, "reward-code")).isPresent();
  }

  @Test
  void without_an_offer_that_runs_there_is_no_code_and_the_reason_says_what_to_do() {
    offers.running = false;
    assertThatThrownBy(() -> code("a"))
        .isInstanceOf(PostPurchaseException.class)
        .hasMessageContaining("offer 500")
        .hasMessageContaining("Choose another offer");
    assertThat(database.count("PP_REWARD_CODE")).isZero();
  }

  @Test
  void only_the_owner_may_use_it_and_only_in_time() {
    RewardCode code = code("a");
    assertThat(verdict(code, ada(1))).isEqualTo(CodeVerdict.USABLE);
    assertThat(verdict(code, new Redeemer(1, "", 0))).isEqualTo(CodeVerdict.USABLE);
    assertThat(verdict(code, new Redeemer(1, "", 77))).isEqualTo(CodeVerdict.USABLE);
    assertThat(verdict(code, new Redeemer(1, "bob@example.com", 0))).isEqualTo(CodeVerdict.FOREIGN);
    assertThat(verdict(code, new Redeemer(1, "", 78))).isEqualTo(CodeVerdict.FOREIGN);

    clock.set(code.expiresAt.minusMillis(1));
    assertThat(verdict(code, ada(1))).isEqualTo(CodeVerdict.USABLE);
    clock.advance(Duration.ofMillis(1));
    assertThat(verdict(code, ada(1))).isEqualTo(CodeVerdict.EXPIRED);
  }

  @Test
  void codes_of_the_shop_itself_are_none_of_our_business() {
    assertThat(redeem.problems(List.of("SUMMER"), ada(1))).isEmpty();
    assertThat(redeem.reserve(List.of("SUMMER"), ada(1))).isEmpty();
  }

  @Test
  void a_reserved_code_is_taken_for_everybody_but_its_order() {
    RewardCode code = code("a");
    assertThat(redeem.reserve(List.of(code.code.toLowerCase(Locale.ROOT)), ada(1))).isEmpty();
    assertThat(redeem.reserve(List.of(code.code), ada(1))).as("again").isEmpty();
    assertThat(redeem.reserve(List.of(code.code), ada(2)))
        .extracting(p -> p.verdict)
        .containsExactly(CodeVerdict.TAKEN);

    redeem.settle(1);
    assertThat(store.findByKey("a").orElseThrow().state).isEqualTo(RewardState.USED);
    assertThat(verdict(code, ada(2))).isEqualTo(CodeVerdict.TAKEN);
    redeem.giveBack(1);
    assertThat(offers.forgotten).containsEntry(code.code, 1L);
    assertThat(verdict(code, ada(2))).isEqualTo(CodeVerdict.USABLE);
  }

  @Test
  void a_code_that_comes_back_expired_can_be_used_for_the_days_of_grace() {
    Duration grace = Duration.ofDays(30);
    redeem = new RedeemReward(store, offers, now -> now.plus(grace), database.transactions, clock);
    RewardCode code = code("a");
    RewardCode longer = code("b");
    clock.advance(Duration.ofDays(13));
    redeem.reserve(List.of(code.code), ada(1));
    redeem.reserve(List.of(longer.code), ada(2));
    redeem.settle(1);
    redeem.settle(2);
    redeem.giveBack(2);
    assertThat(store.findByKey("b").orElseThrow().expiresAt).isEqualTo(longer.expiresAt);

    clock.advance(Duration.ofDays(2));
    redeem.giveBack(1);

    assertThat(verdict(code, ada(3))).isEqualTo(CodeVerdict.USABLE);
    assertThat(offers.prolonged)
        .as("the host has an end of its own, and nothing to change for the other one")
        .containsOnlyKeys(code.code)
        .containsValue(clock.instant().plus(grace));
    clock.advance(grace);
    assertThat(verdict(code, ada(3))).isEqualTo(CodeVerdict.EXPIRED);
  }

  /** OpenMage 4401, lifterlms 552: told to be valid until a day, and refused on that day. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-02T10:00:00Z, 2026-03-16", // at noon
    "2026-03-20T22:30:00Z, 2026-04-03", // clocks are set forward meanwhile
    "2026-10-19T22:10:00Z, 2026-11-03", // and back
    "2026-03-14T23:30:00Z, 2026-03-29" // ends on the day of the change
  })
  void a_code_can_be_used_through_the_whole_of_its_last_day(String given, LocalDate last) {
    clock.set(Instant.parse(given));
    RewardCode code = code("a");
    assertThat(code.expiresAt.atZone(ZONE).toLocalDate()).isEqualTo(last);
    clock.set(last.plusDays(1).atStartOfDay(ZONE).toInstant().minusSeconds(1));
    assertThat(verdict(code, ada(1))).isEqualTo(CodeVerdict.USABLE);
    clock.advance(Duration.ofSeconds(1));
    assertThat(verdict(code, ada(1))).isEqualTo(CodeVerdict.EXPIRED);
  }

  @Test
  void a_failing_checkout_never_frees_what_a_placed_order_has_used() {
    RewardCode used = code("used");
    redeem.reserve(List.of(used.code), ada(1));
    redeem.settle(1);
    redeem.release(1);
    assertThat(store.findByKey("used").orElseThrow().state).isEqualTo(RewardState.USED);
    assertThat(offers.forgotten).isEmpty();

    RewardCode open = code("open");
    redeem.reserve(List.of(open.code), ada(2));
    redeem.release(2, clock.instant().minusSeconds(1));
    assertThat(store.findByKey("open").orElseThrow().state)
        .as("reserved anew")
        .isEqualTo(RewardState.RESERVED);
    redeem.release(2);
    assertThat(store.findByKey("open").orElseThrow().state).isEqualTo(RewardState.ISSUED);
    assertThat(offers.forgotten).containsOnlyKeys(open.code);
  }

  @Test
  void all_codes_of_an_order_or_none() {
    RewardCode free = code("free");
    RewardCode taken = code("taken");
    redeem.reserve(List.of(taken.code), ada(1));

    assertThat(redeem.reserve(List.of(free.code, taken.code), ada(2))).hasSize(1);
    assertThat(store.findByKey("free").orElseThrow().state).isEqualTo(RewardState.ISSUED);
  }

  @Test
  void of_eight_checkouts_at_once_exactly_one_gets_it() throws Exception {
    for (int round = 0; round < 50; round++) {
      RewardCode code = code("round" + round);
      long base = 1000L * round + 1;
      List<Boolean> won =
          Together.run(8, i -> () -> redeem.reserve(List.of(code.code), ada(base + i)).isEmpty());
      assertThat(won).as("round " + round).containsOnlyOnce(true);
    }
  }

  @Test
  void a_checkout_that_died_gives_its_code_back_unless_the_order_was_placed() {
    KnownOrders orders = new KnownOrders().with(OrderFixture.order(2).line(1, 1));
    RewardCode lost = code("lost");
    RewardCode placed = code("placed");
    redeem.reserve(List.of(lost.code), ada(1));
    redeem.reserve(List.of(placed.code), ada(2));
    SettleReservations settle =
        new SettleReservations(redeem, orders, database.transactions, clock);

    assertThat(settle.settle()).as("too early to tell").isZero();
    clock.advance(RedeemReward.RESERVATION.plusSeconds(1));
    assertThat(settle.settle()).isEqualTo(2);

    assertThat(store.findByKey("lost").orElseThrow().state).isEqualTo(RewardState.ISSUED);
    assertThat(store.findByKey("placed").orElseThrow().state).isEqualTo(RewardState.USED);
    assertThat(settle.settle()).isZero();
  }
}
