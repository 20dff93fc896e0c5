package org.postpurchase.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Together;

/**
 * What may still come between a friend's order and the reward: the link is taken out of use, or the
 * order turns out to be an earlier customer's.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class PendingReferralContract {
  private CoreDatabase database;
  private ReferralWorld shop;
  private Advocate ada;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
  }

  @BeforeEach
  void empty() {
    shop = new ReferralWorld(database);
    ada = shop.ada();
  }

  private boolean suspend(boolean suspended) {
    return shop.engine.decide().suspend(ada.id, suspended, "eve");
  }

  @Test
  void what_is_pending_is_held_and_goes_on_with_its_day_when_the_link_is_used_again() {
    shop.friendGets = RewardTerms.points(100);
    shop.orders(ada, 1, "bob@example.com");
    shop.delivered(1);
    Instant day = shop.ofOrder(1).dueAt;
    List<String> told = shop.told();

    assertThat(suspend(true)).isTrue();
    assertThat(suspend(true)).as("so already").isFalse();
    Referral held = shop.ofOrder(1);
    assertThat(held.state).isEqualTo(ReferralState.HELD);
    assertThat(held.reason).isEqualTo(ReferralReason.SUSPENDED);
    assertThat(shop.pending(ReferralWorld.ADA)).isZero();
    shop.pass(Duration.ofDays(60));
    assertThat(shop.available(ReferralWorld.ADA)).isZero();
    assertThat(shop.told()).as("nobody is told").isEqualTo(told);

    assertThat(suspend(false)).isTrue();
    assertThat(suspend(false)).isFalse();
    assertThat(shop.ofOrder(1).reason).isEqualTo(ReferralReason.READMITTED);
    assertThat(shop.ofOrder(1).dueAt).isEqualTo(day);
    assertThat(shop.told()).as("told once that the friend has joined").isEqualTo(told);
    shop.run();
    assertThat(shop.available(ReferralWorld.ADA)).isEqualTo(500);
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.REWARDED);
    assertThat(shop.told()).contains("REFERRAL_REWARDED ada@example.com");
  }

  @Test
  void what_the_friend_sends_back_meanwhile_is_not_paid_for() {
    shop.orders(ada, 1, "bob@example.com");
    shop.orders(ada, 2, "eva@example.com");
    shop.delivered(1);
    shop.delivered(2);
    suspend(true);
    shop.returned(1, 11);
    shop.returned(2, 20);
    shop.returned(2, 21);
    assertThat(shop.ofOrder(2).state).isEqualTo(ReferralState.REVERSED);
    suspend(false);

    assertThat(shop.pending(ReferralWorld.ADA)).as("60 of 100, and nothing").isEqualTo(300);
    assertThat(shop.ofOrder(2).state).isEqualTo(ReferralState.REVERSED);
  }

  @Test
  void a_friend_at_the_checkout_waits_too_and_joins_when_the_link_is_used_again() {
    assertThat(shop.claim(ada.code, 1, "bob@example.com", FriendCodes.Trace.NONE)).isEmpty();
    suspend(true);
    shop.buys(1, "bob@example.com", shop.facts(1, "bob@example.com"));
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.HELD);
    assertThat(shop.told()).isEmpty();
    suspend(false);

    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.QUALIFYING);
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(500);
    assertThat(shop.told()).containsExactly("FRIEND_JOINED ada@example.com");
  }

  @Test
  void readmitting_lets_nothing_go_that_is_held_for_another_reason_or_was_rejected() {
    shop.caps = new ReferralProgramme.Caps(1, 30, 0, 0);
    shop.orders(ada, 1, "bob@example.com");
    shop.orders(ada, 2, "eva@example.com");
    assertThat(shop.ofOrder(2).reason).isEqualTo(ReferralReason.CAP_PERIOD);
    suspend(true);
    shop.engine.decide().reject(shop.ofOrder(1).id, "eve", "her own flat");
    suspend(false);

    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.REJECTED);
    assertThat(shop.ofOrder(2).state).isEqualTo(ReferralState.HELD);
    assertThat(shop.pending(ReferralWorld.ADA)).isZero();
  }

  @Test
  void whom_staff_approves_meanwhile_waits_for_the_link_and_other_advocates_are_not_touched() {
    Advocate joe = shop.advocate(78, "joe@example.com", "Joe");
    shop.orders(ada, 1, "bob@example.com");
    shop.orders(joe, 2, "eva@example.com");
    suspend(true);
    shop.engine.decide().approve(shop.ofOrder(1).id, "kim", "neighbours");

    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.HELD);
    assertThat(shop.ofOrder(1).reason).isEqualTo(ReferralReason.SUSPENDED);
    assertThat(shop.ofOrder(2).state).isEqualTo(ReferralState.QUALIFYING);
    suspend(false);
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(500);
  }

  /** As after a crash, or a judgement that was under way: the payment looks once more. */
  @Test
  void one_that_was_not_held_in_time_is_held_instead_of_being_paid() {
    shop.orders(ada, 1, "bob@example.com");
    database.transactions.run(() -> shop.advocates.suspend(ada.id, true));
    shop.delivered(1);
    database.jdbc.update("update PP_REFERRAL set DUE_AT = CLAIMED_AT");
    shop.engine.pay().runDue();

    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.HELD);
    assertThat(shop.available(ReferralWorld.ADA)).isZero();
  }

  @Test
  void six_who_suspend_and_readmit_at_once_leave_one_booking_or_none() throws Exception {
    for (int i = 1; i <= 5; i++) {
      shop.orders(ada, i, "f" + i + "@example.com");
    }
    Together.run(6, i -> () -> suspend(i % 2 == 0));
    suspend(true);
    assertThat(shop.pending(ReferralWorld.ADA)).isZero();
    suspend(false);

    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(2500);
    assertThat(
            shop.store.ofAdvocate(ada.id, ReferralState.QUALIFYING).stream()
                .map(referral -> referral.orderId)
                .collect(Collectors.toList()))
        .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void a_guests_order_that_an_earlier_customer_or_the_advocate_takes_into_the_account_is_held() {
    long carl = shop.facts(1, "carl@example.com").customerId;
    shop.buys(1, "carl@example.com", shop.facts(1, "carl@example.com"));
    shop.pass(Duration.ofDays(30));
    for (long order = 2; order <= 4; order++) {
      assertThat(shop.orders(ada, order, "new" + order + "@example.org").state)
          .isEqualTo(ReferralState.QUALIFYING);
    }
    shop.buys(5, "eva@example.com", shop.facts(5, "eva@example.com"));
    shop.pass(Duration.ofDays(1));
    shop.loyalty.engine.claims().claim(2, carl);
    shop.loyalty.engine.claims().claim(3, ReferralWorld.ADA);
    shop.loyalty.engine.claims().claim(4, shop.facts(5, "eva@example.com").customerId);
    for (long order = 2; order <= 4; order++) {
      shop.delivered(order);
    }
    shop.pass(Duration.ofDays(15));

    assertThat(shop.signals(shop.ofOrder(2))).contains("KNOWN_ACCOUNT");
    assertThat(shop.ofOrder(2).state).isEqualTo(ReferralState.HELD);
    assertThat(shop.signals(shop.ofOrder(3))).contains("KNOWN_ACCOUNT");
    assertThat(shop.ofOrder(3).state).isEqualTo(ReferralState.HELD);
    assertThat(shop.ofOrder(4).state)
        .as("an account that had not ordered before")
        .isEqualTo(ReferralState.REWARDED);
    assertThat(shop.available(ReferralWorld.ADA)).isEqualTo(500);
  }
}
