package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postpurchase.ledger.LedgerProof;
import org.postpurchase.ledger.ProveNightly;
import org.postpurchase.shared.jdbc.JdbcLeases;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.SeriesWorld;

/** What the log says while no statement works. */
@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokenDatabaseLogTest {
  private static final int POLLS = 60;
  private static final Logger OURS = Logger.getLogger("org.postpurchase");

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler heard =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
            lines.add(line.getLoggerName() + " " + line.getMessage());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final Level before = OURS.getLevel();
  private volatile boolean broken;

  @BeforeEach
  void listen() {
    Databases.hsqldb(); // its first start takes the handlers of all loggers away
    OURS.setUseParentHandlers(false);
    OURS.addHandler(heard);
    OURS.setLevel(Level.ALL);
  }

  @AfterEach
  void quiet() {
    OURS.removeHandler(heard);
    OURS.setUseParentHandlers(true);
    OURS.setLevel(before);
  }

  @Test
  void every_worker_says_once_a_minute_that_it_cannot_work_and_nothing_more() throws Exception {
    CoreDatabase database = Databases.hsqldb();
    CoreDatabase failing = database.through(failing(database.dataSource));
    List<DueWork> work = new ArrayList<>();
    SeriesWorld series = new SeriesWorld(failing);
    work.add(series.node.relay);
    work.add(series.engine.dueSteps());
    work.add(series.node.sender);
    LoyaltyWorld loyalty = new LoyaltyWorld(failing);
    loyalty.tiers.add(LoyaltyWorld.tier("silver", 1, 0, 0));
    work.add(loyalty.engine.sweep());
    work.add(loyalty.engine.keepTiers());
    work.add(loyalty.engine.settleHolds());
    Clock clock = loyalty.clock;
    work.add(
        new ProveNightly(
            new LedgerProof(
                failing.ledger(),
                failing.proofs(),
                loyalty.engine.ledger(),
                failing.transactions,
                clock),
            new JdbcLeases(failing.jdbc, failing.dialect, failing.transactions),
            "this node",
            clock,
            LocalTime.NOON,
            ZoneOffset.UTC));
    List<CountDownLatch> polls = new ArrayList<>();
    work.forEach(each -> polls.add(new CountDownLatch(POLLS)));
    broken = true;

    try (DueWorkLoop loop =
        new DueWorkLoop(
            IntStream.range(0, work.size())
                .mapToObj(i -> counted(work.get(i), polls.get(i)))
                .collect(Collectors.toList()),
            1)) {
      loop.start();
      for (CountDownLatch each : polls) {
        assertThat(each.await(50, TimeUnit.SECONDS)).as("polls").isTrue();
      }
    } finally {
      broken = false;
    }

    Map<String, Integer> kinds = new ConcurrentHashMap<>();
    lines.forEach(line -> kinds.merge(line, 1, Integer::sum));
    assertThat(kinds.values()).as("one line of a kind: " + kinds).allMatch(n -> n == 1);
    for (DueWork each : work) {
      assertThat(lines)
          .filteredOn(line -> line.contains("work=broken-" + each.name()))
          .as("%s in %s", each.name(), lines)
          .hasSize(1);
    }
    assertThat(lines).hasSizeLessThan(3 * work.size());
  }

  /** Under a name of its own: what other tests have said does not count. */
  private static DueWork counted(DueWork work, CountDownLatch polls) {
    return new DueWork() {
      @Override
      public String name() {
        return "broken-" + work.name();
      }

      @Override
      public int runDue() {
        try {
          return work.runDue();
        } finally {
          polls.countDown();
        }
      }

      @Override
      public Optional<Instant> nextDueAt() {
        return Optional.empty();
      }
    };
  }

  private DataSource failing(DataSource real) {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, args) -> {
              if (broken) {
                throw new SQLException("cannot execute in a read-only transaction");
              }
              return method.invoke(real, args);
            });
  }
}
