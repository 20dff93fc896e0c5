package org.postpurchase.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderState;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.WatchedDataSource;

/** Facts of many orders that are handled together, held against the same ones one by one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralsInSetsTest {
  private static final List<String> KEPT =
      List.of(
          "select ORDER_ID, LIFE, STATE, REASON, SCORE, BASE_MINOR from PP_REFERRAL order by"
              + " ORDER_ID",
          "select r.ORDER_ID, w.SIDE, w.LIFE, w.POINTS, w.TAKEN_BACK, w.STATE from"
              + " PP_REFERRAL_REWARD w join PP_REFERRAL r on r.REFERRAL_ID = w.REFERRAL_ID order by"
              + " r.ORDER_ID, w.SIDE, w.LIFE",
          "select r.ORDER_ID, e.FROM_STATE, e.TO_STATE, e.REASON, e.DETAIL from PP_REFERRAL_EVENT e"
              + " join PP_REFERRAL r on r.REFERRAL_ID = e.REFERRAL_ID order by r.ORDER_ID,"
              + " e.EVENT_ID",
          "select TAKEN from PP_REFERRAL_BUDGET",
          "select KIND, ORDER_ID from PP_PERSON_KEY order by KIND, ORDER_ID",
          "select A.OWNER_KEY, A.PENDING, A.AVAILABLE from PP_POINTS_ACCOUNT A order by"
              + " A.OWNER_KEY");

  private static OrderEvent event(ReferralWorld shop, long order, OrderFact fact) {
    return new OrderEvent(
        OrderEvent.statusKey(order, fact, 1),
        order,
        fact,
        "",
        EventSource.HOST_STATUS,
        shop.clock.instant());
  }

  private static void place(ReferralWorld shop, long id, OrderState state) {
    String email = "friend" + id + "@example.com";
    OrderFixture cart = shop.cart(id, email).state(state).submittedAt(shop.clock.instant());
    shop.loyalty.orders.with(cart);
    shop.buyers.put(id, shop.facts(id, email));
    shop.database.transactions.run(
        () -> shop.database.orderLines().ensure(cart.build(), shop.clock.instant()));
  }

  private static List<String> play(CoreDatabase database, long seed, boolean together) {
    Random random = new Random(seed);
    ReferralWorld shop = new ReferralWorld(database);
    shop.caps = new ReferralProgramme.Caps(random.nextInt(3), 30, 0, random.nextInt(4) * 1000);
    List<Advocate> advocates = List.of(shop.ada(), shop.advocate(78, "kim@example.com", "Kim"));
    List<OrderEvent> events = new ArrayList<>();
    int orders = 2 + random.nextInt(12);
    for (long id = 1; id <= orders; id++) {
      boolean over = random.nextInt(5) == 0;
      if (random.nextInt(3) > 0) {
        Advocate advocate = advocates.get(random.nextInt(2));
        shop.claim(advocate.code, id, "friend" + id + "@example.com", FriendCodes.Trace.NONE);
      }
      place(shop, id, over ? OrderState.CANCELLED : OrderState.SUBMITTED);
      events.add(event(shop, id, OrderFact.SUBMITTED));
      if (over) {
        events.add(event(shop, id, OrderFact.CANCELLED));
      }
    }
    int at = 0;
    while (at < events.size()) {
      int size = together ? Math.min(events.size() - at, 1 + random.nextInt(8)) : 1;
      List<OrderEvent> portion = events.subList(at, at + size);
      database.transactions.run(() -> shop.engine.handler().handle(portion));
      at += size;
    }
    return KEPT.stream()
        .flatMap(select -> database.jdbc.queryForList(select).stream().map(Map::toString))
        .collect(Collectors.toList());
  }

  @Test
  void portions_of_facts_leave_behind_what_single_ones_do() {
    long seed = Seed.drawn();
    CoreDatabase database = Databases.hsqldb();
    for (int round = 0; round < Integer.getInteger("pp.facts.rounds", 25); round++) {
      List<String> single = play(database, seed + round, false);
      List<String> together = play(database, seed + round, true);
      assertThat(together).as("seed " + (seed + round)).isEqualTo(single);
    }
  }

  @Test
  void orders_of_nobodys_friends_cost_a_batch_the_same_however_many_they_are() {
    WatchedDataSource watched = new WatchedDataSource(Databases.postgres().dataSource);
    ReferralWorld shop = new ReferralWorld(Databases.postgres().through(watched.dataSource()));
    int one = statements(shop, watched, 1, 1);
    int hundred = statements(shop, watched, 100, 100);
    assertThat(one).as("keys known, keys added, friends' orders").isLessThanOrEqualTo(3);
    assertThat(hundred).isEqualTo(one);
  }

  @Test
  void a_claim_is_one_statement_and_so_is_looking_at_a_code_while_pricing() {
    WatchedDataSource watched = new WatchedDataSource(Databases.postgres().dataSource);
    ReferralWorld shop = new ReferralWorld(Databases.postgres().through(watched.dataSource()));
    Advocate ada = shop.ada();
    watched.seen.clear();
    assertThat(shop.verdict(ada.code, 1, "bob@example.com"))
        .isEqualTo(org.postpurchase.reward.CodeVerdict.USABLE);
    assertThat(watched.seen).as("pricing").hasSize(1);
    watched.seen.clear();
    assertThat(shop.claim(ada.code, 1, "bob@example.com", FriendCodes.Trace.NONE)).isEmpty();
    assertThat(watched.seen).as("checkout").hasSize(1);
    watched.seen.clear();
    assertThat(shop.show.invitation(ada.code)).isPresent();
    assertThat(watched.seen).as("landing page, with settings in memory").hasSize(1);
    watched.seen.clear();
    shop.claim("SUMMER10", 2, "eva@example.com", FriendCodes.Trace.NONE);
    shop.claim("NEW", 2, "eva@example.com", FriendCodes.Trace.NONE);
    assertThat(watched.seen).as("a code of another kind").hasSizeLessThanOrEqualTo(2);
  }

  private static int statements(
      ReferralWorld shop, WatchedDataSource watched, int first, int count) {
    List<OrderEvent> events = new ArrayList<>();
    for (long id = first; id < first + count; id++) {
      place(shop, id, OrderState.SUBMITTED);
      events.add(event(shop, id, OrderFact.SUBMITTED));
    }
    watched.seen.clear();
    shop.database.transactions.run(() -> shop.engine.handler().handle(events));
    return watched.seen.size();
  }
}
