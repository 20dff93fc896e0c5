package org.postpurchase.benchmarks.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.postpurchase.benchmarks.measure.Arm;
import org.postpurchase.benchmarks.measure.Goal;
import org.postpurchase.benchmarks.measure.Row;
import org.postpurchase.benchmarks.measure.Sample;
import org.postpurchase.benchmarks.measure.Server;
import org.postpurchase.benchmarks.measure.Setting;
import org.postpurchase.ledger.EarnRequest;
import org.postpurchase.ledger.LotCause;
import org.postpurchase.ledger.Movement;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.migrations.Migrations;
import org.postpurchase.migrations.Phase;
import org.postpurchase.testkit.CoreDatabase;

/**
 * Movements of points by sixteen threads, each of a random account, beside two inserts and a
 * guarded update in one transaction.
 */
public final class PointsRow implements Row {
  private static final String OURS = "earn, one by one";
  private static final String BULK = "earn, 200 in one transaction";
  private static final String PEER = "two inserts and a guarded update";
  private static final int THREADS = 16;
  private static final int TOGETHER = 200;
  private static final int ACCOUNTS = 10_000;

  private final int movements;
  private final HikariDataSource pool;
  private final PointsLedger ledger;
  private final CoreDatabase database;
  private final PlainPoints plain;
  private final AtomicLong next = new AtomicLong();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Clock clock = Clock.systemUTC();

  public PointsRow(Server server, Setting setting) throws Exception {
    movements = setting.of(8_000, 1_600);
    pool = Server.pool(server.fresh(), THREADS);
    new Migrations(pool).run(Phase.SCHEMA);
    database = CoreDatabase.existing(pool);
    ledger = new PointsLedger(database.ledger(), database.transactions, clock);
    plain = new PlainPoints(pool, ACCOUNTS);
    database.jdbc.execute(
        "insert into PP_POINTS_ACCOUNT (OWNER_KEY, PROGRAMME, STATE, OPENED_AT, CHANGED_AT)"
            + " select 'c:' || g, 'main', 'ACTIVE', now(), now() from generate_series(1, "
            + ACCOUNTS
            + ") g");
    database.jdbc.execute("analyze");
  }

  @Override
  public String name() {
    return "points";
  }

  @Override
  public String unit() {
    return "movements of points, 16 threads, 10,000 accounts";
  }

  @Override
  public List<Arm> arms() {
    return List.of(
        new Arm(PEER, () -> slice(plain::move, 1)),
        new Arm(OURS, () -> slice(this::earn, 1)),
        new Arm(BULK, () -> slice(this::earnTogether, TOGETHER)));
  }

  private EarnRequest request(long number) {
    return new EarnRequest(
        "main",
        "c:" + PlainPoints.account(number, ACCOUNTS),
        "line:" + number + ":SPEND:1",
        10,
        LotCause.of("SPEND").forLine(number, number),
        clock.instant().plus(Duration.ofDays(14)),
        clock.instant().plus(Duration.ofDays(365)),
        false);
  }

  private void earn(long number) {
    require(ledger.earn(request(number)));
  }

  private void earnTogether(long first) {
    List<Movement> movements = new ArrayList<>();
    for (long number = first; number < first + TOGETHER; number++) {
      movements.add(Movement.earn(request(number)));
    }
    ledger.postAll(movements).forEach(PointsRow::require);
  }

  private static void require(PostingResult result) {
    if (!result.posted) {
      throw new IllegalStateException("not earned: " + result.refusal);
    }
  }

  /**
   * @param move one call of it makes so many movements, from that number on
   */
  private Sample slice(LongConsumer move, int together) throws Exception {
    long first = next.getAndAdd(movements);
    return Sample.of(
        movements,
        () -> {
          List<Future<?>> running = new ArrayList<>();
          for (int thread = 0; thread < THREADS; thread++) {
            long begin = (long) thread * together;
            running.add(
                threads.submit(
                    () -> {
                      for (long i = begin; i < movements; i += (long) THREADS * together) {
                        move.accept(first + i);
                      }
                    }));
          }
          for (Future<?> one : running) {
            one.get();
          }
        });
  }

  @Override
  public List<Goal> goals() {
    return List.of(Goal.faster(OURS, PEER, 0.7, 0.7), Goal.faster(BULK, PEER, 1.5, 2));
  }

  @Override
  public void close() {
    threads.shutdownNow();
    pool.close();
  }
}
