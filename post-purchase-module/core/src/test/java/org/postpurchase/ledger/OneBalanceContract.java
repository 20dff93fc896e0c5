package org.postpurchase.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;

/**
 * Fifty threads on two nodes want one balance. Repeats with {@code -Dpp.ledger.repeats=1000}; the
 * build does fewer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class OneBalanceContract {
  private static final int THREADS = 50;
  private static final long BALANCE = 1_050;
  private static final long AMOUNT = 100;

  private final SettableClock clock = new SettableClock();
  private final List<HikariDataSource> pools = new ArrayList<>();
  private final List<PointsLedger> nodes = new ArrayList<>();
  private TestDatabase server;
  private CoreDatabase database;

  abstract TestDatabase fresh();

  @BeforeAll
  void open() {
    server = fresh();
    database = new CoreDatabase(server);
    for (int i = 0; i < 2; i++) {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(server.jdbcUrl());
      config.setUsername(server.user());
      config.setPassword(server.password());
      config.setMaximumPoolSize(THREADS / 2);
      if (server.name().equals("hsqldb")) {
        config.setConnectionTestQuery("select 1 from INFORMATION_SCHEMA.SYSTEM_USERS");
      }
      HikariDataSource pool = new HikariDataSource(config);
      pools.add(pool);
      CoreDatabase node = CoreDatabase.existing(pool);
      nodes.add(new PointsLedger(node.ledger(), node.transactions, clock));
    }
  }

  @AfterAll
  void close() {
    pools.forEach(HikariDataSource::close);
    if (database != null) { // skipped without a server
      database.close();
    }
  }

  @Test
  void exactly_as_many_succeed_as_the_balance_pays_for() throws Exception {
    int repeats = Integer.getInteger("pp.ledger.repeats", 20);
    long[] nanos = new long[repeats * THREADS];
    for (int repeat = 0; repeat < repeats; repeat++) {
      int round = repeat;
      String owner = "customer:" + round;
      long account = nodes.get(0).open("main", owner);
      for (int lot = 0; lot < 3; lot++) {
        EarnRequest request =
            new EarnRequest(
                "main",
                owner,
                "e" + round + "-" + lot,
                BALANCE / 3,
                LotCause.of("SPEND"),
                clock.instant(),
                clock.instant().plusSeconds(86_400 * (lot + 1)),
                true);
        assertThat(nodes.get(1).earn(request).posted).isTrue();
      }
      List<Boolean> taken = Together.run(THREADS, thread -> attempt(round, thread, account, nanos));
      assertThat(taken.stream().filter(t -> t).count())
          .as("round " + round)
          .isEqualTo(BALANCE / AMOUNT);
    }
    assertThat(database.jdbc.queryForObject("select sum(POINTS) from PP_POINTS_ENTRY", Long.class))
        .isZero();
    assertThat(LedgerTables.violations(database.jdbc)).isEmpty();
    Arrays.sort(nanos);
    System.out.printf(
        "%s: %d rounds of %d threads, p50 %.1f ms, p99 %.1f ms%n",
        server,
        repeats,
        THREADS,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6);
  }

  private Callable<Boolean> attempt(int round, int thread, long account, long[] nanos) {
    PointsLedger node = nodes.get(thread % 2);
    return () -> {
      long begun = System.nanoTime();
      String key = "h" + round + "-" + thread;
      PostingResult held =
          node.reserve(account, key, AMOUNT, thread, clock.instant().plusSeconds(60));
      if (held.posted) {
        assertThat(node.capture("main", key).posted).isTrue();
      } else {
        assertThat(held.refusal).isEqualTo(Refusal.INSUFFICIENT);
      }
      nanos[round * THREADS + thread] = System.nanoTime() - begun;
      return held.posted;
    };
  }

  @Test
  void the_same_request_from_eight_threads_is_posted_once() throws Exception {
    for (int round = 0; round < 20; round++) {
      String key = "same-" + round;
      EarnRequest request =
          new EarnRequest(
              "main", "customer:s" + round, key, 7, LotCause.of("SPEND"), null, null, false);
      List<PostingResult> results =
          Together.run(8, thread -> () -> nodes.get(thread % 2).earn(request));
      assertThat(results).allMatch(PostingResult::isDone);
      assertThat(results.stream().filter(r -> r.posted).count()).isEqualTo(1);
    }
  }

  @Test
  void opposite_merges_and_movements_at_once_end_without_a_loss() throws Exception {
    for (int round = 0; round < 10; round++) {
      String a = "customer:a" + round;
      String b = "customer:b" + round;
      long first = nodes.get(0).open("main", a);
      long second = nodes.get(0).open("main", b);
      int number = round;
      Together.run(
          8,
          thread ->
              () -> {
                PointsLedger node = nodes.get(thread % 2);
                if (thread == 0) {
                  return node.merge(first, second, "m" + number, "MERGED");
                }
                if (thread == 1) {
                  return node.merge(second, first, "w" + number, "MERGED");
                }
                return node.earn(
                    new EarnRequest(
                        "main",
                        thread % 2 == 0 ? a : b,
                        "x" + number + "-" + thread,
                        10,
                        LotCause.of("SPEND"),
                        null,
                        null,
                        thread < 5));
              });
      Long total =
          database.jdbc.queryForObject(
              "select sum(PENDING + AVAILABLE) from PP_POINTS_ACCOUNT where ACCOUNT_ID in (?, ?)",
              Long.class,
              first,
              second);
      assertThat(total).isEqualTo(60);
    }
    assertThat(LedgerTables.violations(database.jdbc)).isEmpty();
  }

  private static EarnRequest matured(String owner, String key, long points) {
    return new EarnRequest("main", owner, key, points, LotCause.of("SPEND"), null, null, true);
  }

  @Test
  void what_a_merged_account_gets_back_follows_its_points() {
    PointsLedger ledger = nodes.get(0);
    long left = ledger.open("main", "customer:left");
    long mergedInto = ledger.open("main", "customer:mergedInto");
    ledger.earn(matured("customer:left", "f1", 100));
    ledger.reserve(left, "fh", 30, 7, clock.instant());
    ledger.reserve(left, "fs", 20, 8, clock.instant());
    assertThat(ledger.capture("main", "fs").posted).isTrue();
    assertThat(ledger.merge(left, mergedInto, "fm", "MERGED").posted).isTrue();

    assertThat(ledger.release("main", "fh").posted).isTrue();
    assertThat(ledger.restore("main", "fs", "fr", 20, clock.instant()).posted).isTrue();
    assertThat(ledger.reserve(left, "fa", 100, 9, clock.instant()).posted).isTrue();
    assertThat(ledger.release("main", "fa").posted).isTrue();
    assertThat(ledger.split(left, "fm", "SPLIT").refusal).isEqualTo(Refusal.KEY_CONFLICT);
    assertThat(ledger.split(left, "fz", "SPLIT").posted).isTrue();
    assertThat(ledger.reserve(left, "fb", 100, 9, clock.instant()).posted).isTrue();
    assertThat(LedgerTables.violations(database.jdbc)).isEmpty();
  }

  @Test
  void points_of_one_programme_never_become_those_of_another() {
    PointsLedger ledger = nodes.get(0);
    ledger.earn(matured("customer:two", "p1", 100));
    long account = ledger.open("main", "customer:two");
    long other = ledger.open("other", "customer:two");
    assertThat(ledger.merge(account, other, "pm", "MERGED").refusal)
        .isEqualTo(Refusal.OTHER_PROGRAMME);
  }

  @Test
  void the_same_capture_from_eight_transactions_that_have_read_before_is_done_once()
      throws Exception {
    for (int round = 0; round < 10; round++) {
      String owner = "customer:r" + round;
      String key = "r" + round;
      nodes.get(0).earn(matured(owner, "re" + round, 50));
      nodes.get(0).reserve(nodes.get(0).open("main", owner), key, 50, 1, clock.instant());
      List<PostingResult> results =
          Together.run(
              8,
              thread ->
                  () ->
                      database.transactions.call(
                          () -> {
                            nodes.get(thread % 2).find("main", owner);
                            return new PointsLedger(database.ledger(), database.transactions, clock)
                                .capture("main", key);
                          }));
      assertThat(results).allMatch(PostingResult::isDone);
      assertThat(results.stream().filter(r -> r.posted).count()).isEqualTo(1);
    }
  }

  @Test
  void points_earned_while_their_account_is_merged_and_split_arrive() throws Exception {
    PointsLedger ledger = nodes.get(0);
    long low = ledger.open("main", "customer:low");
    long high = ledger.open("main", "customer:high");
    Together.run(
        8,
        thread ->
            () -> {
              PointsLedger node = nodes.get(thread % 2);
              for (int i = 0; i < 12; i++) {
                String key = "z" + thread + "-" + i;
                if (thread > 0) {
                  assertThat(node.earn(matured("customer:high", key, 1)).posted).isTrue();
                } else if (i % 2 == 0) {
                  node.merge(high, low, key, "MERGED");
                } else {
                  node.split(high, key, "SPLIT");
                }
              }
              return true;
            });
    Long total =
        database.jdbc.queryForObject(
            "select sum(AVAILABLE) from PP_POINTS_ACCOUNT where ACCOUNT_ID in (?, ?)",
            Long.class,
            low,
            high);
    assertThat(total).isEqualTo(84);
    assertThat(LedgerTables.violations(database.jdbc)).isEmpty();
  }
}
