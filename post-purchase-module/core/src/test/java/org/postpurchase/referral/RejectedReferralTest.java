package org.postpurchase.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.order.OrderFact;
import org.postpurchase.reward.CodeVerdict;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;

/** What a person has rejected, and what a friend gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RejectedReferralTest {
  private static final String BOB = "bob@example.com";
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

  private void rejectAndCancel() {
    shop.orders(ada, 1, BOB);
    shop.engine.decide().reject(shop.ofOrder(1).id, "eve", "her own flat");
    shop.cancelled(shop.cart(1, BOB), 1);
  }

  @Test
  void cancelling_the_order_is_no_way_around_a_rejection() {
    rejectAndCancel();
    Referral rejected = shop.ofOrder(1);
    assertThat(rejected.state).isEqualTo(ReferralState.REJECTED);
    assertThat(rejected.reason).isEqualTo(ReferralReason.REJECTED_BY_STAFF);
    assertThat(shop.verdict(ada.code, 2, BOB)).isEqualTo(CodeVerdict.ALREADY_REFERRED);

    shop.placed(shop.cart(1, BOB), 2);
    shop.happened(1, OrderFact.DELIVERED, 1, "");
    shop.pass(Duration.ofDays(60));
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.REJECTED);
    assertThat(shop.pending(ReferralWorld.ADA)).isZero();
    assertThat(shop.available(ReferralWorld.ADA)).isZero();
  }

  @Test
  void a_person_who_undoes_it_after_the_cancellation_lets_the_friend_come_again() {
    rejectAndCancel();
    shop.engine.decide().undo(shop.ofOrder(1).id, "kim", "neighbours");
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.REVERSED);
    assertThat(shop.ofOrder(1).decidedBy).isEqualTo("kim");

    assertThat(shop.orders(ada, 2, BOB).state).isEqualTo(ReferralState.QUALIFYING);
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(500);
  }

  @Test
  void approving_one_whose_order_is_cancelled_books_nothing_and_frees_the_friend() {
    rejectAndCancel();
    shop.engine.decide().approve(shop.ofOrder(1).id, "kim", "neighbours");
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.REVERSED);
    assertThat(shop.pending(ReferralWorld.ADA)).isZero();
    assertThat(shop.verdict(ada.code, 2, BOB)).isEqualTo(CodeVerdict.USABLE);
  }

  @Test
  void a_friends_code_is_the_accounts_too_and_in_the_language_of_the_friends_order() {
    shop.friendGets = RewardTerms.code(SeriesWorld.OFFER, 60);
    assertThat(shop.claim(ada.code, 1, BOB, FriendCodes.Trace.NONE)).isEmpty();
    OrderFixture order = shop.cart(1, BOB).registered().locale(Locale.GERMANY);
    shop.buyers.put(1L, shop.facts(1, BOB));
    shop.placed(order, 1);
    shop.delivered(1);
    shop.pass(Duration.ofDays(15));

    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.REWARDED);
    assertThat(shop.offers.language).isEqualTo(Locale.GERMANY);
    assertThat(database.jdbc.queryForList("select CUSTOMER_ID from PP_REWARD_CODE", Long.class))
        .containsExactly(10_001L);
  }

  @Test
  void what_was_promised_waits_when_the_budget_was_used_up_while_the_link_was_suspended() {
    shop.caps = new ReferralProgramme.Caps(0, 30, 0, 500);
    Advocate joe = shop.advocate(78, "joe@example.com", "Joe");
    shop.orders(ada, 1, BOB);
    shop.engine.decide().suspend(ada.id, true, "eve");
    shop.orders(joe, 2, "eva@example.com");
    shop.engine.decide().suspend(ada.id, false, "eve");
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.HELD);
    assertThat(shop.ofOrder(1).reason).isEqualTo(ReferralReason.BUDGET);
    shop.engine.decide().approve(shop.ofOrder(1).id, "kim", "was promised");
    assertThat(shop.ofOrder(1).state).as("still no budget").isEqualTo(ReferralState.HELD);

    shop.caps = new ReferralProgramme.Caps(0, 30, 0, 1000);
    shop.engine.decide().approve(shop.ofOrder(1).id, "kim", "was promised");
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.QUALIFYING);
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(500);
  }
}
