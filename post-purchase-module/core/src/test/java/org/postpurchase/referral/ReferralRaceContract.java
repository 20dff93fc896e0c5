package org.postpurchase.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderState;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Together;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ReferralRaceContract {
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
  void a_hundred_first_orders_with_one_code_are_a_hundred_friends_and_caps_are_exact()
      throws Exception {
    int friends = 100;
    shop.caps = new ReferralProgramme.Caps(0, 30, 40, 30 * 500);
    Advocate ada = shop.ada();
    for (int i = 1; i <= friends; i++) {
      String email = "friend" + i + "@example.com";
      shop.buyers.put((long) i, shop.facts(i, email));
      shop.loyalty.orders.with(
          shop.cart(i, email).state(OrderState.SUBMITTED).submittedAt(shop.clock.instant()));
      long id = i;
      database.transactions.run(
          () ->
              database
                  .orderLines()
                  .ensure(shop.loyalty.orders.find(id).orElseThrow(), shop.clock.instant()));
    }

    FriendCodes.Trace mail = new FriendCodes.Trace("mail", "", "", "");
    for (int wave = 0; wave < 5; wave++) {
      int first = wave * 20;
      Together.run(
          20,
          i ->
              () -> {
                long id = first + i + 1;
                assertThat(shop.claim(ada.code, id, "friend" + id + "@example.com", mail))
                    .isEmpty();
                OrderEvent event =
                    new OrderEvent(
                        OrderEvent.statusKey(id, OrderFact.SUBMITTED, 1),
                        id,
                        OrderFact.SUBMITTED,
                        "",
                        EventSource.HOST_STATUS,
                        shop.clock.instant());
                database.transactions.run(() -> shop.engine.handler().handle(List.of(event)));
                return true;
              });
    }

    List<Referral> all = shop.store.ofAdvocate(ada.id, 200);
    assertThat(all).hasSize(friends);
    assertThat(all.stream().collect(Collectors.groupingBy(r -> r.reason, Collectors.counting())))
        .containsEntry(ReferralReason.ORDERED, 30L)
        .containsEntry(ReferralReason.BUDGET, 70L);
    assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(30 * 500);
    assertThat(database.jdbc.queryForObject("select TAKEN from PP_REFERRAL_BUDGET", Long.class))
        .isEqualTo(30 * 500L);
  }
}
