package org.postpurchase.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.shared.Leases;
import org.postpurchase.shared.jdbc.JdbcLeases;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvingAtNightTest {
  private final SettableClock clock = new SettableClock();
  private final CoreDatabase database = Databases.hsqldb();
  private final PointsLedger ledger =
      new PointsLedger(database.ledger(), database.transactions, clock);
  private final LedgerProof proof =
      new LedgerProof(database.ledger(), database.proofs(), ledger, database.transactions, clock);

  @BeforeEach
  void empty() {
    LedgerTables.empty(database.jdbc);
    clock.set(Instant.parse("2026-03-02T10:00:00Z"));
  }

  @Test
  void it_proves_once_a_day_at_its_time_in_the_shops_zone() {
    ProveNightly nightly = nightly((name, owner, seconds) -> true);
    assertThat(nightly.runDue()).as("none so far").isEqualTo(1);
    assertThat(nightly.runDue()).isZero();

    clock.set(Instant.parse("2026-03-03T01:59:59Z"));
    assertThat(nightly.runDue()).as("a second before three in Berlin").isZero();
    clock.set(Instant.parse("2026-03-03T02:00:00Z"));
    assertThat(nightly.runDue()).isEqualTo(1);
    assertThat(nightly.runDue()).isZero();
    assertThat(nightly((name, owner, seconds) -> true).runDue()).as("after a restart").isZero();
    assertThat(scopes()).containsExactly("ALL", "ALL");
  }

  @Test
  void a_proof_by_hand_does_for_the_day_if_it_was_of_all_accounts() {
    proof.run(ProofScope.CHANGED, "ann");
    assertThat(nightly((name, owner, seconds) -> true).runDue()).isEqualTo(1);
    assertThat(nightly((name, owner, seconds) -> true).runDue()).isZero();
  }

  @Test
  void who_does_not_get_the_lease_looks_again_later() {
    boolean[] free = {false};
    ProveNightly nightly = nightly((name, owner, seconds) -> free[0]);
    assertThat(nightly.runDue()).isZero();

    free[0] = true;
    assertThat(nightly.runDue()).as("it rests").isZero();
    clock.advance(Duration.ofMinutes(1));
    assertThat(nightly.runDue()).isEqualTo(1);
  }

  @Test
  void the_lease_is_free_at_once_for_the_next_start_whether_the_proof_ended_or_failed() {
    Leases leases = new JdbcLeases(database.jdbc, database.dialect, database.transactions);
    ProofStore readOnly =
        (ProofStore)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ProofStore.class},
                (proxy, method, args) -> {
                  if (method.getName().equals("lastStart")) {
                    return method.invoke(database.proofs(), args);
                  }
                  assertThat(leases.hold("ledger-proof", "another node", 9))
                      .as("held while it proves")
                      .isFalse();
                  throw new IllegalStateException("the database is read-only");
                });
    LedgerProof failing =
        new LedgerProof(database.ledger(), readOnly, ledger, database.transactions, clock);

    assertThat(nightly(failing, leases).runDue()).as("fails").isZero();
    assertThat(leases.hold("ledger-proof", "after a failure", 9)).isTrue();
    leases.release("ledger-proof", "after a failure");

    assertThat(nightly(leases).runDue()).isEqualTo(1);
    assertThat(leases.hold("ledger-proof", "after a restart", 9)).isTrue();
    leases.release("ledger-proof", "after a restart");
  }

  private ProveNightly nightly(Leases leases) {
    return nightly(proof, leases);
  }

  private ProveNightly nightly(LedgerProof proof, Leases leases) {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    return new ProveNightly(proof, leases, "node", clock, LocalTime.of(3, 0), berlin);
  }

  private List<String> scopes() {
    return database.jdbc.queryForList(
        "select SCOPE from PP_LEDGER_PROOF where FINISHED_AT is not null order by PROOF_ID",
        String.class);
  }
}
