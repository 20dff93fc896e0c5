package org.postpurchase.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SettableClock;

/**
 * A random ledger in a database of its own that has lost the constraints which would forbid to
 * spoil it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SpoiltLedger {
  final SettableClock clock = new SettableClock();
  CoreDatabase database;
  RandomLedger random;
  LedgerProof proof;
  long bystander;
  int victims;

  abstract TestDatabase fresh();

  @BeforeAll
  void open() {
    database = new CoreDatabase(fresh());
    for (String check : List.of("CK_PP_POINTS_LOT_POSITIVE", "CK_PP_POINTS_LOT_SUM")) {
      database.jdbc.execute("alter table PP_POINTS_LOT drop constraint " + check);
    }
    database.jdbc.execute("alter table PP_POINTS_ENTRY drop constraint CK_PP_POINTS_ENTRY_BUCKET");
    String on = database.toString().equals("mariadb") ? " on PP_POINTS_POSTING" : "";
    database.jdbc.execute("drop index UX_PP_POINTS_POSTING_KEY" + on);
    database.jdbc.execute(
        "create index TEST_POSTING_KEY on PP_POINTS_POSTING (POSTING_KEY, PROGRAMME)");
    long seed = Seed.drawn();
    System.out.println("random ledger on " + database + ", seed " + seed);
    random = new RandomLedger(database, clock, 15, seed);
    random.move(Integer.getInteger("pp.proof.operations", 600));
    bystander = random.ordinary("bystander");
    proof =
        new LedgerProof(
            database.ledger(), database.proofs(), random.ledger, database.transactions, clock);
  }

  @AfterAll
  void close() {
    if (database != null) {
      database.close();
    }
  }

  /** Spoils one account; it alone is named and stopped, and moves again once it is repaired. */
  final List<Mismatch> planted(MismatchKind kind, LongConsumer corruption) {
    String owner = "victim-" + ++victims;
    long account = random.ordinary(owner);
    LedgerCopy before = new LedgerCopy(database.jdbc, account);
    corruption.accept(account);

    ProofReport report = proof.run(ProofScope.ALL, null);

    assertThat(report.mismatches).isNotEmpty().allMatch(m -> m.accountId == account);
    assertThat(report.mismatches.get(0).kind).as("%s", report.mismatches).isEqualTo(kind);
    assertThat(recorded(report.proofId)).containsExactlyElementsOf(names(report.mismatches));
    assertThat(frozen()).containsExactly(account);
    assertThat(random.earn(owner, owner + "-later", 5).refusal).isEqualTo(Refusal.FROZEN);
    assertThat(random.earn("bystander", owner + "-later", 5).posted).isTrue();

    before.restore();
    assertThat(random.ledger.unfreeze(account)).isTrue();
    assertThat(proof.run(ProofScope.ALL, null).mismatches).isEmpty();
    assertThat(random.earn(owner, owner + "-again", 5).posted).isTrue();
    assertThat(proof.run(ProofScope.CHANGED, null).mismatches).isEmpty();
    return report.mismatches;
  }

  final void of(long account, String statement) {
    assertThat(database.jdbc.update(statement + " ACCOUNT_ID = ?", account)).isPositive();
  }

  final Set<Long> frozen() {
    return new TreeSet<>(
        database.jdbc.queryForList(
            "select ACCOUNT_ID from PP_POINTS_ACCOUNT where STATE = 'FROZEN'", Long.class));
  }

  private List<String> recorded(long proofId) {
    return database.jdbc.queryForList(
        "select KIND from PP_LEDGER_MISMATCH where PROOF_ID = ? order by MISMATCH_ID",
        String.class,
        proofId);
  }

  private static List<String> names(List<Mismatch> mismatches) {
    return mismatches.stream().map(m -> m.kind.name()).collect(Collectors.toList());
  }
}
