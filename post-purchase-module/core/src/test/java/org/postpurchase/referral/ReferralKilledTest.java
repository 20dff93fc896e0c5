package org.postpurchase.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.referral.ReferralNode.Work;
import org.postpurchase.testkit.CoreDatabase;

/**
 * Nodes die at named points of claiming, judging and holding, paying and reversing; another one
 * goes on: nothing is paid twice and nothing is lost. Rounds: system property {@code
 * pp.referral.kills} (1 in a normal build, 20 for a release).
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
class ReferralKilledTest {
  private static final int ROUNDS = Integer.getInteger("pp.referral.kills", 1);

  /** Between any two of these something could be lost or done twice. */
  private static final Map<Work, List<String>> POINTS =
      Map.of(
          Work.CLAIM,
          List.of("after insert into PP_REFERRAL ", "committed insert into PP_REFERRAL "),
          Work.JUDGE,
          List.of(
              "after insert into PP_REFERRAL_SIGNAL",
              "after insert into PP_REFERRAL_REWARD",
              "committed insert into PP_REFERRAL_EVENT"),
          Work.PAY,
          List.of("after update PP_REFERRAL_REWARD", "committed update PP_REFERRAL_REWARD"),
          Work.REVERSE,
          List.of("after update PP_REFERRAL_REWARD"));

  private TestDatabase server;
  private CoreDatabase database;
  private ReferralWorld shop;

  @BeforeEach
  void open() {
    server = TestDatabase.postgres();
    database = new CoreDatabase(server);
    shop = new ReferralWorld(database);
    shop.ada();
    shop.buys(900_000, "ada@example.com", shop.facts(1, "ada@example.com").phone("+49 30 5557788"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void nothing_is_paid_twice_and_nothing_is_lost_wherever_a_node_dies() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      if (round > 0) { // whose friends have sent everything back is not trusted a second time
        close();
        open();
      }
      int days = 0;
      long first = 1_000L * (round + 1);
      for (Work work : Work.values()) {
        ReferralNode.populate(shop, first, work);
        prepare(first, work);
        if (work == Work.PAY) {
          days += 31;
          shop.clock.advance(Duration.ofDays(31));
        }
        for (String point : POINTS.get(work)) {
          kill(first, days, work, point);
        }
        database.leasesRunOut();
        ReferralNode.work(shop, first, work);
        database.leasesRunOut();
        shop.run();
        check(first, work);
      }
    }
  }

  private void prepare(long first, Work work) {
    for (long id = first; id < first + ReferralNode.FRIENDS; id++) {
      long order = id;
      if (work == Work.JUDGE) {
        OrderEvent event = ReferralNode.event(shop, order, OrderFact.SUBMITTED);
        database.transactions.run(() -> shop.outbox.record(event));
      }
      if (work == Work.REVERSE) {
        shop.warehouse.linesReturned(
            order,
            List.of(LineQuantity.of(order * 10, 1), LineQuantity.of(order * 10 + 1, 1)),
            "back-" + order);
      }
    }
  }

  private void kill(long first, int days, Work work, String point) throws Exception {
    database.leasesRunOut();
    List<String> arguments = new ArrayList<>();
    arguments.add(server.jdbcUrl());
    arguments.add(server.user() == null ? "" : server.user());
    arguments.add(server.password() == null ? "" : server.password());
    arguments.addAll(List.of("" + first, "" + days, work.name(), point));
    Process node = ReferralNode.start(arguments);
    assertThat(node.waitFor(180, java.util.concurrent.TimeUnit.SECONDS)).as(point).isTrue();
    List<String> reasons =
        database.jdbc.queryForList(
            "select HANDLER || ' ' || FACT || ' ' || STATE || ' ' || coalesce(REASON, '') || ' ' ||"
                + " ORDER_ID from PP_OUTBOX",
            String.class);
    reasons.addAll(
        database.jdbc.queryForList(
            "select STATE || ' ' || REASON || ' ' || ORDER_ID from PP_REFERRAL", String.class));
    assertThat(node.exitValue()).as(work + ": " + point + " " + reasons).isEqualTo(137);
  }

  private void check(long first, Work work) {
    int friends = ReferralNode.FRIENDS;
    String ours = "ORDER_ID between " + first + " and " + (first + friends - 1);
    Map<String, Long> states =
        database
            .jdbc
            .queryForList("select STATE from PP_REFERRAL where " + ours, String.class)
            .stream()
            .collect(Collectors.groupingBy(s -> s, Collectors.counting()));
    long booked = friends - 1;
    int rewards =
        database.jdbc.queryForObject(
            "select count(*) from PP_REFERRAL_REWARD w join PP_REFERRAL r on r.REFERRAL_ID ="
                + " w.REFERRAL_ID where r."
                + ours,
            Integer.class);
    switch (work) {
      case CLAIM:
        assertThat(states).isEqualTo(Map.of("CLAIMED", (long) friends));
        break;
      case JUDGE:
        assertThat(states).isEqualTo(Map.of("QUALIFYING", booked, "HELD", 1L));
        assertThat(rewards).isEqualTo(booked);
        assertThat(shop.pending(ReferralWorld.ADA)).isEqualTo(booked * 500);
        break;
      case PAY:
        assertThat(states).isEqualTo(Map.of("REWARDED", booked, "HELD", 1L));
        assertThat(shop.available(ReferralWorld.ADA)).isEqualTo(booked * 500);
        assertThat(shop.pending(ReferralWorld.ADA)).isZero();
        break;
      default:
        assertThat(states).isEqualTo(Map.of("REVERSED", (long) friends));
        assertThat(shop.available(ReferralWorld.ADA)).isZero();
        assertThat(rewards).isEqualTo(booked);
        assertThat(
                database.jdbc.queryForObject(
                    "select coalesce(sum(TAKEN), 0) from PP_REFERRAL_BUDGET", Long.class))
            .isZero();
    }
  }
}
