package org.postpurchase.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;

/**
 * What happens without the ledger's safeguards, so that it is known that they are needed and that
 * tests and proof would notice. The same load on the real ledger does no harm.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerControlsTest {
  private static final int THREADS = 8;
  private static final int ATTEMPTS = 120;
  private static final EarnRequest HUNDRED =
      new EarnRequest("main", "ann", "line-1", 100, LotCause.of("SPEND"), null, null, true);

  private final SettableClock clock = new SettableClock();

  @ParameterizedTest
  @ValueSource(strings = {"hsqldb", "postgresql"})
  void without_looking_up_the_key_its_index_still_forbids_a_second_award(String name) {
    with(
        name,
        database -> {
          PointsLedger forgetful = ledger(database, forgetful(database.ledger()));
          forgetful.earn(HUNDRED);

          assertThatThrownBy(() -> forgetful.earn(HUNDRED))
              .satisfies(refused -> assertThat(SqlDialect.isTaken(refused)).isTrue());

          assertThat(database.count("PP_POINTS_LOT")).isEqualTo(1);
          assertThat(prove(database)).isEmpty();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"hsqldb", "postgresql"})
  void without_lookup_and_index_points_are_awarded_twice_and_the_proof_notices(String name) {
    withItsOwn(
        name,
        database -> {
          database.jdbc.execute("drop index UX_PP_POINTS_POSTING_KEY");
          PointsLedger forgetful = ledger(database, forgetful(database.ledger()));
          long account = forgetful.earn(HUNDRED).accountId;
          assertThat(forgetful.earn(HUNDRED).available).isEqualTo(200);

          assertThat(LedgerTables.violations(database.jdbc)).isEmpty();
          assertThat(prove(database))
              .isNotEmpty()
              .allMatch(m -> m.kind == MismatchKind.DOUBLE_AWARD && m.accountId == account);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"hsqldb", "postgresql"})
  void adding_up_and_then_taking_overspends(String name) {
    with(
        name,
        database -> {
          long account = ledger(database, database.ledger()).earn(HUNDRED).accountId;
          NaiveDebits naive = new NaiveDebits(database, account);
          CyclicBarrier all = new CyclicBarrier(THREADS);

          int taken = inThreads(i -> naive.bySum(20, i == 0 ? () -> await(all) : () -> {}));

          assertThat(taken * 20).isGreaterThan(100);
          assertNoticed(database, account, naive);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"hsqldb", "postgresql"})
  void locking_the_newest_row_overspends(String name) {
    with(
        name,
        database -> {
          long account = ledger(database, database.ledger()).earn(HUNDRED).accountId;
          NaiveDebits naive = new NaiveDebits(database, account);
          CyclicBarrier all = new CyclicBarrier(THREADS);
          AtomicBoolean first = new AtomicBoolean(true);
          boolean locks = database.dialect != SqlDialect.HSQLDB;
          int points = locks ? 1 : 20;
          Runnable others =
              locks
                  ? () -> {
                    if (first.getAndSet(false)) {
                      naive.awaitSomebodyWaiting();
                    }
                  }
                  : () -> await(all);

          int taken = inThreads(i -> naive.byNewestRow(points, i == 0 ? others : () -> {}));

          System.out.println(name + ": " + taken + " debits where " + 100 / points + " fit");
          assertThat(taken * points).isGreaterThan(100);
          assertNoticed(database, account, naive);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"hsqldb", "postgresql"})
  void the_ledger_lets_exactly_what_is_there_be_taken(String name) {
    with(
        name,
        database -> {
          PointsLedger ledger = ledger(database, database.ledger());
          long account = ledger.earn(HUNDRED).accountId;

          int taken =
              inThreads(
                  i -> {
                    String hold = Thread.currentThread().getName() + "-" + i;
                    return ledger.reserve(account, hold, 1, 7, clock.instant()).posted;
                  });

          assertThat(taken).isEqualTo(100);
          assertThat(LedgerTables.violations(database.jdbc)).isEmpty();
          assertThat(prove(database)).isEmpty();
        });
  }

  private void assertNoticed(CoreDatabase database, long account, NaiveDebits naive) {
    assertThat(naive.available()).isNegative();
    assertThat(LedgerTables.violations(database.jdbc)).isNotEmpty();
    assertThat(prove(database)).isNotEmpty().allMatch(m -> m.accountId == account);
  }

  private static void with(String name, Consumer<CoreDatabase> test) {
    CoreDatabase database = name.equals("hsqldb") ? Databases.hsqldb() : Databases.postgres();
    LedgerTables.empty(database.jdbc);
    test.accept(database);
    LedgerTables.empty(database.jdbc);
  }

  private static void withItsOwn(String name, Consumer<CoreDatabase> test) {
    TestDatabase fresh = name.equals("hsqldb") ? TestDatabase.hsqldb() : TestDatabase.postgres();
    try (CoreDatabase database = new CoreDatabase(fresh)) {
      test.accept(database);
    }
  }

  private PointsLedger ledger(CoreDatabase database, LedgerStore store) {
    return new PointsLedger(store, database.transactions, clock);
  }

  private List<Mismatch> prove(CoreDatabase database) {
    PointsLedger ledger = ledger(database, database.ledger());
    return new LedgerProof(
            database.ledger(), database.proofs(), ledger, database.transactions, clock)
        .run(ProofScope.ALL, null)
        .mismatches;
  }

  /** The store, but it never finds a posting. */
  private static LedgerStore forgetful(LedgerStore store) {
    return (LedgerStore)
        Proxy.newProxyInstance(
            LedgerStore.class.getClassLoader(),
            new Class<?>[] {LedgerStore.class},
            (proxy, method, args) -> {
              if (method.getName().equals("posting")) {
                return Optional.empty();
              }
              try {
                Object answer = method.invoke(store, args);
                return answer instanceof LedgerSnapshot known
                    ? new LedgerSnapshot(known.account, Optional.empty(), known.lots, known.hold)
                    : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** How often it was done by all threads together. */
  private static int inThreads(IntPredicate work) {
    try {
      return Together.run(
              THREADS,
              thread ->
                  () -> {
                    int done = 0;
                    for (int i = 0; i < ATTEMPTS; i++) {
                      done += work.test(i) ? 1 : 0;
                    }
                    return done;
                  })
          .stream()
          .mapToInt(n -> n)
          .sum();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CyclicBarrier all) {
    try {
      all.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
