package org.postpurchase.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.Verb;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderState;
import org.postpurchase.reward.CodeVerdict;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SeriesWorld;

/** Orders of friends that change while a person decides, and orders that come a second time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralTurnsTest {
  private CoreDatabase database;
  private ReferralWorld shop;
  private Advocate ada;

  @BeforeAll
  void open() {
    database = Databases.hsqldb();
  }

  @BeforeEach
  void empty() {
    shop = new ReferralWorld(database);
    ada = shop.ada();
  }

  /** A friend whose order waits for a person, since the card is the advocate's. */
  private Referral held(long order) {
    shop.buys(
        900, "ada@example.com", shop.facts(900, "ada@example.com").with(KeyKind.PAYMENT, "tok_42"));
    Referral held =
        shop.orders(
            ada,
            order,
            "bob@example.com",
            FriendCodes.Trace.NONE,
            shop.facts(order, "bob@example.com").with(KeyKind.PAYMENT, "tok_42"));
    assertThat(held.state).isEqualTo(ReferralState.HELD);
    return held;
  }

  @Test
  void what_came_back_while_a_person_decided_is_not_paid_for() {
    Referral held = held(1);
    shop.delivered(1);
    shop.returned(1, 11);
    shop.engine.decide().approve(held.id, "eve", "neighbours");
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(300);
  }

  @Test
  void money_given_back_while_a_person_decided_is_not_paid_for() {
    Referral held = held(1);
    shop.happened(1, OrderFact.REFUNDED, 1, "currency=EUR;amountMinor=5000");
    shop.engine.decide().approve(held.id, "eve", "neighbours");
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(250);
  }

  @Test
  void an_order_of_which_nothing_was_kept_is_not_approved_after_a_rejection() {
    Referral friend = shop.orders(ada, 1, "bob@example.com");
    shop.engine.decide().reject(friend.id, "eve", "her own flat");
    shop.delivered(1);
    shop.returned(1, 10);
    shop.returned(1, 11);
    shop.engine.decide().undo(friend.id, "kim", "looked at it");
    shop.engine.decide().approve(friend.id, "kim", "neighbours");
    shop.pass(Duration.ofDays(60));
    assertThat(shop.pending(ReferralWorld.ADA) + shop.available(ReferralWorld.ADA)).isZero();
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.REVERSED);
    assertThat(shop.told()).doesNotContain("REFERRAL_REWARDED ada@example.com");
  }

  @Test
  void an_approved_one_waits_as_long_as_its_goods_can_come_back_whenever_they_arrived() {
    Referral friend = shop.orders(ada, 1, "bob@example.com");
    shop.engine.decide().reject(friend.id, "eve", "her own flat");
    shop.pass(Duration.ofDays(25));
    shop.delivered(1);
    shop.engine.decide().undo(friend.id, "kim", "looked at it");
    shop.engine.decide().approve(friend.id, "kim", "neighbours");
    shop.pass(Duration.ofDays(13));
    assertThat(shop.available(ReferralWorld.ADA)).as("day 38 of 39").isZero();
    shop.pass(Duration.ofDays(1));
    assertThat(shop.available(ReferralWorld.ADA)).isEqualTo(500);
  }

  @Test
  void money_given_back_for_a_cancelled_order_is_not_taken_from_the_next_one() {
    shop.orders(ada, 1, "bob@example.com");
    shop.cancelled(shop.cart(1, "bob@example.com"), 1);
    shop.happened(1, OrderFact.REFUNDED, 1, "currency=EUR;amountMinor=10000");
    Referral again = shop.orders(ada, 2, "bob@example.com");
    assertThat(again.state).isEqualTo(ReferralState.QUALIFYING);
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(500);
    shop.happened(2, OrderFact.REFUNDED, 2, "currency=EUR;amountMinor=5000");
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(250);
  }

  @Test
  void an_order_that_was_cancelled_by_mistake_counts_again_when_it_is_placed_again() {
    shop.orders(ada, 1, "bob@example.com");
    shop.cancelled(shop.cart(1, "bob@example.com"), 1);
    assertThat(shop.pending(ReferralWorld.ADA)).isZero();
    shop.placed(shop.cart(1, "bob@example.com"), 2);
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.QUALIFYING);
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(500);
    shop.replay(1, new Random(7));
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(500);
    shop.cancelled(shop.cart(1, "bob@example.com"), 2);
    assertThat(shop.pending(ReferralWorld.ADA)).isZero();
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.REVERSED);
  }

  @Test
  void a_friend_whose_points_shrink_is_told_also_when_the_advocates_code_stays() {
    shop.advocateGets = RewardTerms.code(SeriesWorld.OFFER, 60);
    shop.friendGets = RewardTerms.points(200);
    shop.orders(ada, 1, "bob@example.com");
    shop.delivered(1);
    shop.returned(1, 11);
    assertThat(
            database.jdbc.queryForObject(
                "select POINTS - TAKEN_BACK from PP_REFERRAL_REWARD where SIDE = 'FRIEND'",
                Long.class))
        .isEqualTo(120);
    assertThat(shop.told())
        .contains("REFERRAL_REDUCED bob@example.com")
        .doesNotContain("REFERRAL_REDUCED ada@example.com");
    int before = shop.told().size();
    shop.replay(1, new Random(7));
    assertThat(shop.told()).hasSize(before);
  }

  @Test
  void pieces_that_come_back_one_by_one_in_any_order_take_exactly_the_whole() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int order = 1; order <= 2; order++) {
      shop.advocateGets = RewardTerms.points(1 + random.nextInt(997));
      String email = "f" + order + "@example.com";
      long promised = shop.pending(ReferralWorld.ADA) + shop.advocateGets.points;
      assertThat(shop.claim(ada.code, order, email, FriendCodes.Trace.NONE)).isEmpty();
      shop.buyers.put((long) order, shop.facts(order, email));
      shop.placed(
          OrderFixture.order(order)
              .customer(10_000 + order)
              .email(email)
              .in("EUR")
              .priced(order * 10L, 3, 1001)
              .priced(order * 10L + 1, 7, 2003),
          1);
      assertThat(shop.pending(ReferralWorld.ADA)).as("seed " + seed).isEqualTo(promised);
      List<Long> pieces = new ArrayList<>(Collections.nCopies(3, order * 10L));
      pieces.addAll(Collections.nCopies(7, order * 10L + 1));
      Collections.shuffle(pieces, random);
      long worth = 3004;
      double kept = worth;
      for (int i = 0; i < pieces.size(); i++) {
        long line = pieces.get(i);
        shop.warehouse.linesReturned(
            order, List.of(LineQuantity.of(line, 1)), "piece-" + order + "-" + i);
        shop.run();
        kept -= line % 10 == 0 ? 1001 / 3.0 : 2003 / 7.0;
        long expected = (long) Math.floor(shop.advocateGets.points * kept / worth + 1e-6);
        assertThat(shop.pending(ReferralWorld.ADA)).as("seed " + seed).isEqualTo(expected);
      }
    }
    assertThat(shop.pending(ReferralWorld.ADA)).as("seed " + seed).isZero();
  }

  @Test
  void a_reward_that_was_spent_is_owed_when_the_friend_sends_everything_back() {
    shop.orders(ada, 1, "bob@example.com");
    shop.delivered(1);
    shop.pass(Duration.ofDays(14));
    PointsLedger ledger = shop.loyalty.engine.ledger();
    long account =
        database.transactions.call(() -> ledger.open("main", Owners.ofCustomer(ReferralWorld.ADA)));
    ledger.adjust(
        account, new PostingRequest(Verb.ADJUST, "spent", 0, "spent", "eve", ""), -400, null);
    shop.returned(1, 10);
    shop.returned(1, 11);
    assertThat(shop.available(ReferralWorld.ADA)).isZero();
    assertThat(shop.loyalty.balance(ReferralWorld.ADA).shortfall).isEqualTo(400);
    shop.orders(ada, 2, "eva@example.com");
    shop.delivered(2);
    shop.pass(Duration.ofDays(14));
    assertThat(shop.available(ReferralWorld.ADA)).as("of 500").isEqualTo(100);
  }

  @Test
  void an_advocate_who_is_suspended_before_the_order_is_refused_while_pricing() {
    assertThat(shop.verdict(ada.code, 1, "bob@example.com")).isEqualTo(CodeVerdict.USABLE);
    database.transactions.run(() -> shop.advocates.suspend(ada.id, true));
    assertThat(shop.verdict(ada.code, 1, "bob@example.com")).isEqualTo(CodeVerdict.REVOKED);
    assertThat(shop.claim(ada.code, 1, "bob@example.com", FriendCodes.Trace.NONE)).hasSize(1);
    assertThat(shop.show.invitation(ada.code)).isEmpty();
    database.transactions.run(() -> shop.advocates.suspend(ada.id, false));
    assertThat(shop.orders(ada, 1, "bob@example.com").state).isEqualTo(ReferralState.QUALIFYING);
  }

  @Test
  void terms_that_change_between_order_and_payment_change_nothing_that_was_promised() {
    shop.orders(ada, 1, "bob@example.com");
    shop.advocateGets = RewardTerms.points(50);
    shop.caps = new ReferralProgramme.Caps(0, 30, 1, 10);
    shop.delivered(1);
    shop.returned(1, 11);
    shop.pass(Duration.ofDays(14));
    assertThat(shop.available(ReferralWorld.ADA)).isEqualTo(300);
  }

  @Test
  void a_cap_that_is_just_full_is_full_and_a_reversal_makes_room_for_one() {
    shop.caps = new ReferralProgramme.Caps(0, 30, 2, 1000);
    shop.orders(ada, 1, "f1@example.com");
    shop.orders(ada, 2, "f2@example.com");
    shop.orders(ada, 3, "f3@example.com");
    assertThat(shop.ofOrder(3).reason).isEqualTo(ReferralReason.CAP_LIFETIME);
    shop.returned(1, 10);
    shop.returned(1, 11);
    assertThat(shop.orders(ada, 4, "f4@example.com").state).isEqualTo(ReferralState.QUALIFYING);
    shop.orders(ada, 5, "f5@example.com");
    assertThat(shop.ofOrder(5).reason).isEqualTo(ReferralReason.CAP_LIFETIME);
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(1000);
  }

  @Test
  void a_declared_withdrawal_puts_the_day_off_and_taken_back_it_is_as_before() {
    shop.orders(ada, 1, "bob@example.com");
    shop.delivered(1);
    Instant first = shop.ofOrder(1).dueAt;
    List<LineQuantity> one = List.of(LineQuantity.of(10, 1));
    shop.warehouse.withdrawalDeclared(1, one, "w-1");
    shop.run();
    assertThat(shop.ofOrder(1).dueAt).isAfter(first);
    shop.pass(Duration.ofDays(15));
    assertThat(shop.available(ReferralWorld.ADA)).isZero();
    shop.warehouse.withdrawalTakenBack(1, one, "w-2");
    shop.run();
    assertThat(shop.ofOrder(1).dueAt).isEqualTo(first);
    assertThat(shop.available(ReferralWorld.ADA)).isEqualTo(500);
  }

  @Test
  void a_discount_does_not_take_away_what_the_checkout_has_granted() {
    assertThat(shop.claim(ada.code, 1, "bob@example.com", FriendCodes.Trace.NONE)).isEmpty();
    shop.buyers.put(1L, shop.facts(1, "bob@example.com"));
    shop.placed(OrderFixture.order(1).email("bob@example.com").in("EUR").priced(10, 1, 1900), 1);
    assertThat(shop.ofOrder(1).state)
        .as("19.00 of at least 20.00")
        .isEqualTo(ReferralState.QUALIFYING);
  }

  @Test
  void facts_that_come_late_and_in_any_order_end_alike() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int order = 1; order <= 6; order++) {
      String email = "f" + order + "@example.com";
      shop.claim(ada.code, order, email, FriendCodes.Trace.NONE);
      shop.buyers.put((long) order, shop.facts(order, email));
      shop.loyalty.orders.with(
          shop.cart(order, email).state(OrderState.SUBMITTED).submittedAt(shop.clock.instant()));
      List<Runnable> facts = new ArrayList<>();
      long id = order;
      facts.add(() -> shop.happened(id, OrderFact.SUBMITTED, 1, ""));
      facts.add(() -> shop.happened(id, OrderFact.REFUNDED, 1, "currency=EUR;amountMinor=1000"));
      facts.add(() -> shop.returned(id, id * 10 + 1));
      facts.add(() -> shop.delivered(id));
      Collections.shuffle(facts, random);
      facts.forEach(Runnable::run);
      assertThat(shop.pending(ReferralWorld.ADA)).as("seed " + seed).isEqualTo(300L * order);
    }
  }
}
