package org.postpurchase.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.order.OrderFact;
import org.postpurchase.reward.CodeVerdict;
import org.postpurchase.reward.RewardState;
import org.postpurchase.testkit.CoreDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ReferralContract {
  private CoreDatabase database;
  private ReferralWorld shop;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
  }

  @BeforeEach
  void empty() {
    shop = new ReferralWorld(database);
  }

  @Test
  void the_advocate_is_paid_once_when_nothing_can_come_back_any_more() {
    Advocate ada = shop.ada();
    Referral friend = shop.orders(ada, 1, "bob@example.com");
    assertThat(friend.state).isEqualTo(ReferralState.QUALIFYING);
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(500);
    assertThat(shop.told()).containsExactly("FRIEND_JOINED ada@example.com");

    shop.pass(Duration.ofDays(3));
    shop.delivered(1);
    shop.pass(Duration.ofDays(13));
    assertThat(shop.available(ReferralWorld.ADA)).isZero();
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.QUALIFYING);

    shop.pass(Duration.ofDays(1));
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.REWARDED);
    assertThat(shop.available(ReferralWorld.ADA)).isEqualTo(500);
    assertThat(shop.pending(ReferralWorld.ADA)).isZero();
    assertThat(shop.told()).endsWith("REFERRAL_REWARDED ada@example.com");
  }

  @Test
  void one_of_two_lines_takes_its_share_and_all_of_them_take_all_and_both_are_told() {
    Advocate ada = shop.ada();
    shop.orders(ada, 1, "bob@example.com");
    shop.delivered(1);
    shop.returned(1, 11);
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(300);
    assertThat(shop.told())
        .contains("REFERRAL_REDUCED ada@example.com", "REFERRAL_REDUCED bob@example.com");

    shop.pass(Duration.ofDays(14));
    assertThat(shop.available(ReferralWorld.ADA)).isEqualTo(300);
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.REWARDED);

    shop.returned(1, 10);
    assertThat(shop.available(ReferralWorld.ADA)).isZero();
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.REVERSED);
    assertThat(shop.told())
        .contains("REFERRAL_REVERSED ada@example.com", "REFERRAL_REVERSED bob@example.com");
  }

  @Test
  void replaying_every_fact_in_any_order_changes_nothing() {
    Random random = new Random(4711);
    Advocate ada = shop.ada();
    shop.orders(ada, 1, "bob@example.com");
    shop.delivered(1);
    shop.returned(1, 11);
    shop.happened(1, OrderFact.REFUNDED, 1, "currency=EUR;amountMinor=4000");
    shop.pass(Duration.ofDays(14));
    long available = shop.available(ReferralWorld.ADA);
    Referral before = shop.ofOrder(1);
    int moments = shop.moments.stream().map(m -> m.trigger + m.key).distinct().toArray().length;
    assertThat(available).isEqualTo(300);

    for (int i = 0; i < 10; i++) {
      shop.replay(1, random);
    }

    assertThat(shop.available(ReferralWorld.ADA)).isEqualTo(available);
    assertThat(shop.ofOrder(1).state).isEqualTo(before.state);
    assertThat(shop.moments.stream().map(m -> m.trigger + m.key).distinct()).hasSize(moments);
  }

  @Test
  void money_back_without_goods_counts_and_the_larger_of_both_is_taken() {
    Advocate ada = shop.ada();
    shop.orders(ada, 1, "bob@example.com");
    shop.happened(1, OrderFact.REFUNDED, 1, "currency=EUR;amountMinor=5000");
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(250);
    shop.delivered(1);
    shop.returned(1, 11);
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(250);
    shop.happened(1, OrderFact.REFUNDED, 2, "currency=EUR;amountMinor=5000");
    assertThat(shop.pending(ReferralWorld.ADA)).isZero();
    assertThat(shop.ofOrder(1).reason).isEqualTo(ReferralReason.REFUNDED);
  }

  @Test
  void a_cancelled_order_has_used_nothing_up() {
    Advocate ada = shop.ada();
    shop.orders(ada, 1, "bob@example.com");
    shop.cancelled(shop.cart(1, "bob@example.com"), 1);
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.REVERSED);
    assertThat(shop.pending(ReferralWorld.ADA)).isZero();

    Referral again = shop.orders(ada, 2, "bob@example.com");
    assertThat(again.state).isEqualTo(ReferralState.QUALIFYING);
    assertThat(again.life).isEqualTo(2);
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(500);
    assertThat(database.count("PP_REFERRAL")).isEqualTo(1);
  }

  @Test
  void without_a_report_of_the_delivery_it_is_paid_thirty_days_after_the_order() {
    Advocate ada = shop.ada();
    shop.orders(ada, 1, "bob@example.com");
    shop.pass(Duration.ofDays(29));
    assertThat(shop.available(ReferralWorld.ADA)).isZero();
    shop.pass(Duration.ofDays(1).plusHours(1));
    assertThat(shop.available(ReferralWorld.ADA)).isEqualTo(500);
  }

  @Test
  void a_code_as_reward_is_given_when_it_is_safe_and_withdrawn_while_unused() {
    shop.advocateGets = RewardTerms.code(org.postpurchase.testkit.SeriesWorld.OFFER, 60);
    Advocate ada = shop.ada();
    shop.orders(ada, 1, "bob@example.com");
    assertThat(database.count("PP_REWARD_CODE")).isZero();
    shop.delivered(1);
    shop.pass(Duration.ofDays(14));
    assertThat(database.count("PP_REWARD_CODE")).isEqualTo(1);
    shop.returned(1, 10);
    shop.returned(1, 11);
    assertThat(database.jdbc.queryForObject("select STATE from PP_REWARD_CODE", String.class))
        .isEqualTo(RewardState.REVOKED.name());
  }

  @Test
  void the_ladder_and_every_second_friend_count_friends_that_qualify() {
    TreeMap<Integer, Long> steps = new TreeMap<>();
    steps.put(4, 900L);
    shop.advocateGets = RewardTerms.points(500).withLadder(steps).everyNth(2);
    Advocate ada = shop.ada();
    for (int i = 1; i <= 4; i++) {
      shop.orders(ada, i, "friend" + i + "@example.com");
    }
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(500 + 900);
  }

  @Test
  void caps_hold_for_a_person_or_end_it_and_come_back_with_a_reversal() {
    shop.caps = new ReferralProgramme.Caps(2, 30, 3, 0);
    Advocate ada = shop.ada();
    for (int i = 1; i <= 3; i++) {
      shop.orders(ada, i, "friend" + i + "@example.com");
    }
    assertThat(shop.ofOrder(3).state).isEqualTo(ReferralState.HELD);
    assertThat(shop.ofOrder(3).reason).isEqualTo(ReferralReason.CAP_PERIOD);
    shop.engine.decide().approve(shop.ofOrder(3).id, "eve", "knows them");
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(1500);

    shop.orders(ada, 4, "friend4@example.com");
    assertThat(shop.ofOrder(4).reason).isEqualTo(ReferralReason.CAP_LIFETIME);
    shop.cancelled(shop.cart(1, "friend1@example.com"), 1);
    shop.pass(Duration.ofDays(31));
    shop.orders(ada, 5, "friend5@example.com");
    assertThat(shop.ofOrder(5).state).isEqualTo(ReferralState.QUALIFYING);
  }

  @Test
  void a_person_rejects_undoes_and_approves_and_each_step_is_on_record() {
    Advocate ada = shop.ada();
    long id = shop.orders(ada, 1, "bob@example.com").id;
    shop.engine.decide().reject(id, "eve", "her own flat");
    assertThat(shop.pending(ReferralWorld.ADA)).isZero();
    shop.engine.decide().appeal(id, ada.id, "he is my neighbour");
    shop.engine.decide().appeal(id, ada.id + 1, "not mine");
    shop.engine.decide().undo(id, "kim", "looked at it");
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.HELD);
    shop.pass(Duration.ofDays(400));
    assertThat(shop.ofOrder(1).state).as("never by a timer").isEqualTo(ReferralState.HELD);
    shop.engine.decide().approve(id, "kim", "neighbours");
    shop.run();
    assertThat(shop.available(ReferralWorld.ADA)).isEqualTo(500);
    assertThat(shop.store.events(id))
        .extracting(e -> e.reason + " " + e.actor)
        .containsSubsequence(
            "REJECTED_BY_STAFF eve", "APPEALED ", "UNDONE kim", "APPROVED kim", "SAFE ");
  }

  @Test
  void a_paused_programme_takes_nobody_and_keeps_its_word() {
    Advocate ada = shop.ada();
    shop.orders(ada, 1, "bob@example.com");
    shop.becomes(ProgrammeStatus.PAUSED);
    assertThat(shop.verdict(ada.code, 2, "eva@example.com")).isEqualTo(CodeVerdict.REVOKED);
    assertThat(shop.show.invitation(ada.code)).isEmpty();
    shop.delivered(1);
    shop.pass(Duration.ofDays(14));
    assertThat(shop.available(ReferralWorld.ADA)).isEqualTo(500);
  }
}
