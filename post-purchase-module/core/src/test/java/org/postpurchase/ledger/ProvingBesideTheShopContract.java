package org.postpurchase.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;

/** Proofs go on while points move, and name nobody whose account is only on the move. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ProvingBesideTheShopContract {
  private static final int THREADS = 4;

  private final SettableClock clock = new SettableClock();

  abstract CoreDatabase shared();

  abstract int operations();

  @Test
  void nobody_is_named_while_points_move() throws Exception {
    CoreDatabase database = shared();
    LedgerTables.empty(database.jdbc);
    long seed = Seed.drawn();
    PointsLedger ledger = new PointsLedger(database.ledger(), database.transactions, clock);
    LedgerProof proof =
        new LedgerProof(database.ledger(), database.proofs(), ledger, database.transactions, clock);
    AtomicInteger moving = new AtomicInteger(THREADS);

    List<Integer> proofs =
        Together.run(
            THREADS + 1,
            thread ->
                thread == THREADS ? prover(proof, moving) : mover(database, seed + thread, moving));

    System.out.println(database + ": " + proofs.get(THREADS) + " proofs, seed " + seed);
    assertThat(proofs.get(THREADS)).isPositive();
    assertThat(database.count("PP_LEDGER_MISMATCH")).as("seed " + seed).isZero();
    assertThat(LedgerTables.violations(database.jdbc)).as("seed " + seed).isEmpty();
  }

  private Callable<Integer> mover(CoreDatabase database, long seed, AtomicInteger moving) {
    return () -> {
      try {
        new RandomLedger(database, clock, 4, seed).move(operations());
        return 0;
      } finally {
        moving.decrementAndGet();
      }
    };
  }

  private static Callable<Integer> prover(LedgerProof proof, AtomicInteger moving) {
    return () -> {
      int done = 0;
      while (moving.get() > 0 || done == 0) {
        ProofReport report = proof.run(done % 2 == 0 ? ProofScope.ALL : ProofScope.CHANGED, null);
        assertThat(report.mismatches).isEmpty();
        done++;
      }
      return done;
    };
  }
}
