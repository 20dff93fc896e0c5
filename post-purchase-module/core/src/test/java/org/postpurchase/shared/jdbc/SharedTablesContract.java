package org.postpurchase.shared.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.shared.Leases;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;
import org.postpurchase.testkit.Zones;

/** Leases, the moment of installation and the audit trail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class SharedTablesContract {
  private CoreDatabase database;
  private Leases leases;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
    for (String table : List.of("PP_LEASE", "PP_INSTALLATION", "PP_AUDIT")) { // of other tests
      database.jdbc.update("delete from " + table);
    }
    leases = new JdbcLeases(database.jdbc, database.dialect, database.transactions);
  }

  @Test
  void a_lease_has_one_owner_until_it_runs_out_by_database_time() {
    assertThat(leases.hold("sweep", "a", 300)).isTrue();
    assertThat(leases.hold("sweep", "a", 300)).as("prolonged").isTrue();
    assertThat(leases.hold("sweep", "b", 300)).isFalse();
    assertThat(leases.hold("other", "b", 300)).isTrue();

    database.leasesRunOut();

    assertThat(leases.hold("sweep", "b", 300)).isTrue();
    assertThat(leases.hold("sweep", "a", 300)).isFalse();
  }

  @Test
  void of_many_who_want_a_lease_at_once_one_gets_it() throws Exception {
    for (int round = 0; round < 10; round++) {
      String name = "race-" + round;

      List<Boolean> held = Together.run(4, i -> () -> leases.hold(name, "node-" + i, 300));

      assertThat(held).as(name).containsOnlyOnce(true);
    }
  }

  @Test
  void the_moment_of_installation_is_the_first_one_ever() throws Exception {
    Installation installation =
        new Installation(database.jdbc, database.dialect, database.transactions);
    Instant first = Instant.parse("2026-03-02T10:00:00.123Z");

    Zones.in("Pacific/Auckland", () -> installation.since(first));

    assertThat(installation.since(first.plusSeconds(99))).isEqualTo(first);
  }

  @Test
  void the_audit_keeps_what_was_done_and_what_was_refused_whatever_its_length() {
    JdbcAuditLog audit = new JdbcAuditLog(database.jdbc, new SettableClock());

    audit.done("ada", "template.save", "thank-you", "Käse 🧀");
    audit.refused("u".repeat(500), "outbox.unblock", "s".repeat(500), "d".repeat(9000));

    assertThat(
            database.jdbc.queryForList(
                "select OUTCOME from PP_AUDIT order by AUDIT_ID", String.class))
        .containsExactly("DONE", "REFUSED");
    assertThat(
            database.jdbc.queryForList(
                "select DETAIL from PP_AUDIT order by AUDIT_ID", String.class))
        .first()
        .isEqualTo("Käse 🧀");
  }
}
