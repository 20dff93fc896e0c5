package org.postpurchase.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Together;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ReferralCrowdContract {
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
  void twenty_friends_behind_one_office_pass() {
    Advocate ada = shop.ada();
    shop.join.saw(ada, "device-ada", OFFICE);
    for (int i = 1; i <= 20; i++) {
      String email = "colleague" + i + "@example.com";
      Referral friend =
          shop.orders(
              ada,
              i,
              email,
              new FriendCodes.Trace("mail", "", "device-" + i, OFFICE),
              shop.facts(i, email));
      assertThat(friend.state).as(email).isEqualTo(ReferralState.QUALIFYING);
    }
    assertThat(shop.signals(shop.ofOrder(20))).contains("SHARED_NETWORK", "BURST");
  }

  @Test
  void fifty_claims_at_once_are_one() throws Exception {
    Advocate ada = shop.ada();
    List<Boolean> won =
        Together.run(
            50,
            i ->
                () ->
                    shop.claim(ada.code, 100 + i, "bob@example.com", FriendCodes.Trace.NONE)
                        .isEmpty());
    assertThat(won.stream().filter(w -> w)).hasSize(1);
    assertThat(database.count("PP_REFERRAL")).isEqualTo(1);
  }

  @Test
  void a_crowd_in_the_same_network_does_not_hide_the_advocates_card() {
    Advocate ada = shop.ada();
    List<KnownPerson> crowd = new ArrayList<>();
    for (int i = 1; i <= 300; i++) {
      crowd.addAll(
          LookAtFriend.known(
              new PersonFacts(5_000 + i, 0, "c" + i + "@example.com", shop.clock.instant()),
              List.of(new PersonKey(KeyKind.NETWORK, shop.keys.hash(KeyKind.NETWORK, OFFICE)))));
    }
    database.transactions.run(
        () ->
            org.postpurchase.referral.jdbc.ReferralJdbcModule.people(
                    database.jdbc, database.inserts)
                .add(crowd));
    shop.buys(
        1, "ada@example.com", shop.facts(1, "ada@example.com").with(KeyKind.PAYMENT, "tok_42"));
    Referral held =
        shop.orders(
            ada,
            2,
            "bob@example.com",
            new FriendCodes.Trace("mail", "", "", OFFICE),
            shop.facts(2, "bob@example.com").with(KeyKind.PAYMENT, "tok_42"));
    assertThat(shop.signals(held)).containsExactly("SAME_PAYMENT");
    assertThat(held.state).isEqualTo(ReferralState.HELD);
  }

  @Test
  void a_phone_number_that_many_give_tells_nothing_and_that_of_one_earlier_customer_does() {
    Advocate ada = shop.ada();
    for (int i = 1; i <= 6; i++) {
      String email = "desk" + i + "@example.com";
      shop.buys(i, email, shop.facts(i, email).phone("030 000 000"));
    }
    shop.buys(7, "carl@example.com", shop.facts(7, "carl@example.com").phone("030 77 77 77"));
    shop.pass(Duration.ofDays(1));
    Referral control =
        shop.orders(
            ada,
            20,
            "eva@example.com",
            FriendCodes.Trace.NONE,
            shop.facts(20, "eva@example.com").phone("030/000000"));
    assertThat(control.state).as("a reception desk").isEqualTo(ReferralState.QUALIFYING);
    Referral held =
        shop.orders(
            ada,
            21,
            "carl2@example.org",
            FriendCodes.Trace.NONE,
            shop.facts(21, "carl2@example.org").phone("+49 30 777777"));
    assertThat(held.state).isEqualTo(ReferralState.HELD);
    assertThat(shop.signals(held)).containsExactly("KNOWN_CUSTOMER");
  }

  @Test
  void a_coupon_of_the_shop_that_looks_like_a_friends_code_is_none_and_stands_beside_one() {
    Advocate ada = shop.ada();
    String coupon = "SPRNG234";
    assertThat(FriendCode.of(coupon)).isPresent();
    assertThat(shop.engine.codes().isAnyOfAdvocates(List.of(coupon))).isFalse();
    assertThat(shop.engine.codes().isAnyOfAdvocates(List.of(coupon, ada.code))).isTrue();
    assertThat(
            shop.engine
                .codes()
                .claim(
                    List.of(coupon, ada.code),
                    new FriendCodes.Friend(
                        1, "bob@example.com", 0, new java.math.BigDecimal("100")),
                    FriendCodes.Trace.NONE))
        .isEmpty();
    assertThat(database.count("PP_REFERRAL")).isEqualTo(1);
  }
}
