package org.postpurchase.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.referral.jdbc.ReferralJdbcModule;
import org.postpurchase.shared.jdbc.JdbcLeases;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

/** Orders from before the installation, and for how long their buyers can be recognised. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralHistoryTest {
  private CoreDatabase database;
  private ReferralWorld shop;

  @BeforeEach
  void open() {
    database = Databases.hsqldb();
    shop = new ReferralWorld(database);
    database.jdbc.update("delete from PP_TASK_PROGRESS");
    database.jdbc.update("delete from PP_LEASE");
  }

  private IndexHistory history(String node) {
    return shop.engine.history(
        new IndexHistory.Node(
            ReferralJdbcModule.history(database.jdbc, database.inserts),
            new JdbcLeases(database.jdbc, database.dialect, database.transactions),
            node));
  }

  private void earlier(int orders, Instant at) {
    for (long id = 1; id <= orders; id++) {
      String email = "old" + id + "@example.com";
      shop.buyers.put(
          id,
          new PersonFacts(id, 0, email, at)
              .at("Old " + id, "Long Lane " + id, "9" + id, "DE")
              .phone("+49 40 2000" + id)
              .with(KeyKind.NETWORK, "198.51.100." + id % 200));
    }
  }

  @Test
  void earlier_customers_are_recognised_and_a_crash_goes_on_where_it_ended() {
    earlier(1_200, shop.clock.instant().minus(Duration.ofDays(200)));
    IndexHistory first = history("a");
    assertThat(first.progress().all).isEqualTo(1_200);
    database.transactions.run(
        () ->
            ReferralJdbcModule.history(database.jdbc, database.inserts)
                .reach(500, false, shop.clock.instant())); // a node died after its first page
    assertThat(first.progress().read).isEqualTo(500);
    assertThat(first.runDue()).isEqualTo(700);
    assertThat(first.progress().done).isTrue();
    assertThat(first.runDue()).isZero();
    assertThat(history("b").runDue()).as("on another node").isZero();

    Advocate ada = shop.ada();
    Referral held =
        shop.orders(
            ada,
            5_000,
            "new.name@example.org",
            FriendCodes.Trace.NONE,
            shop.facts(5_000, "new.name@example.org").phone("040 2000777"));
    assertThat(held.state).isEqualTo(ReferralState.HELD);
    assertThat(shop.store.signals(held.id))
        .extracting(signal -> signal.key + " " + signal.evidence)
        .containsExactly("KNOWN_CUSTOMER order:777");
  }

  @Test
  void nothing_is_learned_before_the_programme_was_switched_on_and_a_second_run_adds_nothing() {
    earlier(30, shop.clock.instant().minus(Duration.ofDays(10)));
    history("a").runDue();
    int keys = database.count("PP_PERSON_KEY");
    assertThat(keys).isEqualTo(30 * 5);
    database.jdbc.update("delete from PP_TASK_PROGRESS");
    history("a").runDue();
    assertThat(database.count("PP_PERSON_KEY")).isEqualTo(keys);
  }

  @Test
  void each_kind_is_forgotten_in_its_time_and_not_learned_again() {
    earlier(20, shop.clock.instant().minus(Duration.ofDays(100)));
    history("a").runDue();
    assertThat(kinds()).as("networks are kept 90 days").doesNotContain("NETWORK");
    assertThat(kinds()).contains("PHONE", "HOME", "MAILBOX");
    shop.engine.forget().runDue();
    assertThat(kinds()).contains("PHONE");
    shop.clock.advance(Duration.ofDays(640));
    shop.engine.forget().runDue();
    assertThat(kinds()).containsExactly("MAILBOX");
    shop.clock.advance(Duration.ofDays(400));
    shop.engine.forget().runDue();
    assertThat(kinds()).isEmpty();
  }

  private List<String> kinds() {
    return database.jdbc.queryForList(
        "select distinct KIND from PP_PERSON_KEY order by KIND", String.class);
  }
}
