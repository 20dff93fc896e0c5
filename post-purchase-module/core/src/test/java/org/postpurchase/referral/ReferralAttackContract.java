package org.postpurchase.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.reward.CodeVerdict;
import org.postpurchase.testkit.CoreDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ReferralAttackContract {
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

  private static final String OFFICE = "203.0.113.7";

  private PersonFacts home(long id, String email, String name, String street) {
    return new PersonFacts(id, 10_000 + id, email, shop.clock.instant())
        .at(name, street, "10115", "DE");
  }

  @Test
  void plus_tags_dots_and_googlemail_are_one_mailbox_and_elsewhere_they_are_not() {
    Advocate ada = shop.advocate(ReferralWorld.ADA, "ada.lovelace@gmail.com", "Ada");
    assertThat(shop.verdict(ada.code, 1, "adalovelace+friend@googlemail.com"))
        .isEqualTo(CodeVerdict.OWN_CODE);
    shop.orders(ada, 2, "bob.smith@gmail.com");
    assertThat(shop.verdict(ada.code, 3, "bobsmith+2@googlemail.com"))
        .isEqualTo(CodeVerdict.ALREADY_REFERRED);
    // control: at another provider dots make another mailbox
    shop.orders(ada, 4, "eva.m@example.com");
    assertThat(shop.verdict(ada.code, 5, "evam@example.com")).isEqualTo(CodeVerdict.USABLE);
  }

  @Test
  void whoever_has_bought_before_is_refused_while_pricing() {
    Advocate ada = shop.ada();
    shop.buys(1, "bob@gmail.com", shop.facts(1, "bob@gmail.com"));
    assertThat(shop.verdict(ada.code, 2, "b.o.b@gmail.com"))
        .isEqualTo(CodeVerdict.EXISTING_CUSTOMER);
    database.jdbc.update("insert into PP_TEST_ORDER values (3, 'old@example.com', 5)");
    assertThat(shop.verdict(ada.code, 4, "old@example.com"))
        .isEqualTo(CodeVerdict.EXISTING_CUSTOMER);
    assertThat(shop.verdict(ada.code, 4, "new@example.com")).isEqualTo(CodeVerdict.USABLE);
  }

  @Test
  void who_ordered_before_the_page_loaded_is_a_customer_by_then() {
    Advocate ada = shop.ada();
    shop.buys(1, "bob@example.com", shop.facts(1, "bob@example.com"));
    assertThat(shop.claim(ada.code, 2, "bob@example.com", FriendCodes.Trace.NONE))
        .extracting(p -> p.verdict)
        .containsExactly(CodeVerdict.EXISTING_CUSTOMER);
    assertThat(database.count("PP_REFERRAL")).isZero();
    assertThat(shop.claim(ada.code, 2, "eva@example.com", FriendCodes.Trace.NONE))
        .as("control: nobody's first order")
        .isEmpty();
  }

  @Test
  void the_same_card_is_held() {
    Advocate ada = shop.ada();
    shop.buys(
        1, "ada@example.com", shop.facts(1, "ada@example.com").with(KeyKind.PAYMENT, "tok_42"));
    Referral held =
        shop.orders(
            ada,
            2,
            "bob@example.com",
            FriendCodes.Trace.NONE,
            shop.facts(2, "bob@example.com").with(KeyKind.PAYMENT, "tok_42"));
    assertThat(held.state).isEqualTo(ReferralState.HELD);
    assertThat(shop.signals(held)).containsExactly("SAME_PAYMENT");
    assertThat(shop.store.signals(held.id).get(0).evidence).isEqualTo("order:1");
    Referral control =
        shop.orders(
            ada,
            3,
            "eva@example.com",
            FriendCodes.Trace.NONE,
            shop.facts(3, "eva@example.com").with(KeyKind.PAYMENT, "tok_43"));
    assertThat(control.state).isEqualTo(ReferralState.QUALIFYING);
  }

  @Test
  void the_same_home_written_differently_is_held() {
    Advocate ada = shop.ada();
    shop.buys(
        1, "ada@example.com", home(1, "ada@example.com", "Lovelace", "Invalidenstra\u00dfe 12a"));
    for (String street :
        List.of("12 A, Invalidenstr.", "invalidenstrasse 12a", "Invaliden-Str. 12 a")) {
      long id = 2 + shop.buyers.size();
      String email = "f" + id + "@example.com";
      Referral held =
          shop.orders(ada, id, email, FriendCodes.Trace.NONE, home(id, email, "Smith", street));
      assertThat(held.state).as(street).isEqualTo(ReferralState.HELD);
      assertThat(shop.signals(held)).contains("SAME_HOME");
    }
    Referral control =
        shop.orders(
            ada,
            50,
            "next@example.com",
            FriendCodes.Trace.NONE,
            home(50, "next@example.com", "Smith", "Invalidenstra\u00dfe 14"));
    assertThat(control.state).isEqualTo(ReferralState.QUALIFYING);
  }

  @Test
  void a_customer_under_a_new_address_is_held() {
    Advocate ada = shop.ada();
    shop.buys(1, "carl@example.com", home(1, "carl@example.com", "Gauss", "Sternstr. 1"));
    shop.pass(Duration.ofDays(30));
    Referral held =
        shop.orders(
            ada,
            2,
            "carl.new@example.org",
            FriendCodes.Trace.NONE,
            home(2, "carl.new@example.org", "Gau\u00df", "Stern Str 1"));
    assertThat(held.state).isEqualTo(ReferralState.HELD);
    assertThat(shop.signals(held)).contains("KNOWN_CUSTOMER");
    Referral control =
        shop.orders(
            ada,
            3,
            "gauss.other@example.org",
            FriendCodes.Trace.NONE,
            home(3, "gauss.other@example.org", "Gau\u00df", "Stern Str 9"));
    assertThat(control.state).as("the same name elsewhere").isEqualTo(ReferralState.QUALIFYING);
  }

  @Test
  void one_browser_for_both_is_held_and_a_cleared_cookie_leaves_the_phone() {
    Advocate ada = shop.ada();
    shop.join.saw(ada, "device-ada", OFFICE);
    Referral held =
        shop.orders(
            ada,
            1,
            "bob@example.com",
            new FriendCodes.Trace("mail", "", "device-ada", OFFICE),
            shop.facts(1, "bob@example.com"));
    assertThat(held.state).isEqualTo(ReferralState.HELD);
    assertThat(held.score).isEqualTo(80);

    shop.buys(2, "ada@example.com", shop.facts(2, "ada@example.com").phone("030 555 77 88"));
    Referral cleared =
        shop.orders(
            ada,
            3,
            "eva@example.com",
            FriendCodes.Trace.NONE,
            shop.facts(3, "eva@example.com").phone("+49 (30) 5557788"));
    assertThat(cleared.state).isEqualTo(ReferralState.HELD);
    assertThat(shop.signals(cleared)).containsExactly("SAME_PHONE");
    Referral control =
        shop.orders(
            ada,
            4,
            "kim@example.com",
            new FriendCodes.Trace("mail", "", "device-kim", ""),
            shop.facts(4, "kim@example.com"));
    assertThat(control.state).as("another browser").isEqualTo(ReferralState.QUALIFYING);
  }

  @Test
  void a_code_on_a_coupon_page_is_held() {
    Advocate ada = shop.ada();
    Referral held =
        shop.orders(
            ada,
            1,
            "bob@example.com",
            new FriendCodes.Trace("link", "www.super-coupons.example", "", ""),
            shop.facts(1, "bob@example.com"));
    assertThat(held.state).isEqualTo(ReferralState.HELD);
    assertThat(shop.signals(held)).containsExactly("PUBLIC_CODE");
    Referral control =
        shop.orders(
            ada,
            2,
            "eva@example.com",
            new FriendCodes.Trace("link", "www.knitting-blog.example", "", ""),
            shop.facts(2, "eva@example.com"));
    assertThat(control.state).isEqualTo(ReferralState.QUALIFYING);
  }

  @Test
  void refund_after_payout_takes_it_back_and_the_third_time_is_held() {
    Advocate ada = shop.ada();
    for (int i = 1; i <= 2; i++) {
      shop.orders(ada, i, "friend" + i + "@example.com");
      shop.delivered(i);
      shop.pass(Duration.ofDays(14));
      assertThat(shop.available(ReferralWorld.ADA)).isEqualTo(500);
      shop.returned(i, i * 10);
      shop.returned(i, i * 10 + 1);
      assertThat(shop.available(ReferralWorld.ADA)).isZero();
    }
    Referral third = shop.orders(ada, 3, "friend3@example.com");
    assertThat(third.state).isEqualTo(ReferralState.HELD);
    assertThat(shop.signals(third)).containsExactly("REFUND_CYCLING");
    Advocate kim = shop.advocate(78, "kim@example.com", "Kim");
    assertThat(shop.orders(kim, 4, "friend4@example.com").state)
        .as("control: somebody else's friends keep theirs")
        .isEqualTo(ReferralState.QUALIFYING);
  }

  @Test
  void two_friends_in_one_mailbox_are_one() {
    Advocate ada = shop.ada();
    Advocate kim = shop.advocate(78, "kim@example.com", "Kim");
    shop.orders(ada, 1, "bob+ada@outlook.com");
    assertThat(shop.verdict(kim.code, 2, "bob+kim@outlook.com"))
        .isEqualTo(CodeVerdict.ALREADY_REFERRED);
    shop.orders(ada, 3, "eva+ada@example.com");
    assertThat(shop.verdict(kim.code, 4, "eva+kim@example.com"))
        .as("control: a provider of which nobody knows that")
        .isEqualTo(CodeVerdict.USABLE);
  }

  @Test
  void a_code_that_was_changed_is_no_code() {
    Advocate ada = shop.ada();
    String other = (ada.code.charAt(0) == 'A' ? 'B' : 'A') + ada.code.substring(1);
    assertThat(shop.claim(other, 1, "bob@example.com", FriendCodes.Trace.NONE)).isEmpty();
    assertThat(shop.show.invitation(other)).isEmpty();
    assertThat(database.count("PP_REFERRAL")).isZero();
    assertThat(shop.claim(ada.code, 1, "bob@example.com", FriendCodes.Trace.NONE)).isEmpty();
    assertThat(database.count("PP_REFERRAL")).as("control: the real one").isEqualTo(1);
  }

  @Test
  void who_looks_bad_only_later_is_not_paid_by_time() {
    Advocate ada = shop.ada();
    shop.orders(
        ada,
        1,
        "bob@example.com",
        FriendCodes.Trace.NONE,
        shop.facts(1, "bob@example.com").with(KeyKind.PAYMENT, "tok_42"));
    shop.buys(
        2, "ada@example.com", shop.facts(2, "ada@example.com").with(KeyKind.PAYMENT, "tok_42"));
    shop.delivered(1);
    shop.pass(Duration.ofDays(14));
    assertThat(shop.ofOrder(1).state).isEqualTo(ReferralState.HELD);
    assertThat(shop.available(ReferralWorld.ADA)).isZero();
    assertThat(shop.pending(ReferralWorld.ADA)).isZero();
    shop.orders(ada, 3, "eva@example.com");
    shop.delivered(3);
    shop.pass(Duration.ofDays(14));
    assertThat(shop.ofOrder(3).state).as("control").isEqualTo(ReferralState.REWARDED);
    assertThat(shop.available(ReferralWorld.ADA)).isEqualTo(500);
  }
}
