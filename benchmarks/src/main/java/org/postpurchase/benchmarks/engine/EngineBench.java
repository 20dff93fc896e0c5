package org.postpurchase.benchmarks.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postpurchase.benchmarks.measure.Sample;
import org.postpurchase.benchmarks.measure.Server;
import org.postpurchase.messaging.Channel;
import org.postpurchase.migrations.Migrations;
import org.postpurchase.migrations.Phase;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.series.PublishSeries;
import org.postpurchase.shared.DueWork;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.HostOffers;
import org.postpurchase.testkit.RecordingMails;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SettableClock;

/**
 * Nodes of a shop on a database of their own, and the rows that one order led to as a pattern for
 * all others.
 */
final class EngineBench implements AutoCloseable {
  private static final int CONNECTIONS = 10;
  private static final String[] PATTERNS = {
    "PP_CONTACT", "PP_ORDER_LINE", "PP_CHECKOUT_ANSWER", "PP_CONSENT", "PP_ENROLLMENT"
  };

  final SettableClock clock = new SettableClock();
  final HikariDataSource pool;
  final CoreDatabase database;
  final Herd herd;
  final List<SeriesNode> nodes = new ArrayList<>();
  private final List<HikariDataSource> pools = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  EngineBench(Server server, int nodeCount, Channel channel) throws Exception {
    String url = server.fresh();
    pool = Server.pool(url, 2);
    pools.add(pool);
    new Migrations(pool).run(Phase.SCHEMA);
    database = CoreDatabase.existing(pool);
    herd = new Herd(database.jdbc);
    Channel leaves = channel == null ? new RecordingMails() : channel;
    PublishSeries publish =
        new PublishSeries(
            database.seriesVersions(), BenchShop.templates(), database.templateVersions(clock));
    database.transactions.call(() -> publish.publish(1, BenchShop.SERIES, 0));
    for (int i = 1; i <= nodeCount; i++) {
      HikariDataSource own = Server.pool(url, CONNECTIONS);
      pools.add(own);
      nodes.add(node(CoreDatabase.existing(own), clock, "node-" + i, leaves));
    }
    herd.moveSequences();
    firstOrder();
    herd.leaveRoom();
  }

  private static SeriesNode node(CoreDatabase database, Clock clock, String name, Channel channel) {
    BenchShop shop = new BenchShop();
    return new SeriesNode(
        database,
        clock,
        name,
        new SeriesNode.Around<>(
            shop,
            new BenchShop.OneSeries(),
            BenchShop.templates(),
            new HostOffers(),
            channel,
            1_000));
  }

  /** Lets one order go all its way; what it leaves behind at each stage is the pattern. */
  private void firstOrder() {
    SeriesNode node = nodes.get(0);
    node.consents.answered(Herd.ORDER, true, "Yes, write to me", "en");
    OrderEvent event =
        new OrderEvent(
            OrderEvent.statusKey(Herd.ORDER, OrderFact.SUBMITTED, 1),
            Herd.ORDER,
            OrderFact.SUBMITTED,
            "",
            EventSource.HOST_STATUS,
            clock.instant());
    database.transactions.run(() -> node.outbox.record(event));
    herd.capture("PP_OUTBOX", "PP_CHECKOUT_ANSWER");
    node.relay.runDue();
    herd.capture(PATTERNS);
    herd.capture("PP_STEP_EXECUTION");
    database.jdbc.update(
        "update bench_PP_STEP_EXECUTION set DUE_AT = ? where STEP_KEY = ?",
        java.sql.Timestamp.from(clock.instant()),
        BenchShop.TIPS);
    node.engine.dueSteps().runDue();
    herd.capture("PP_TOUCH_DECISION", "PP_MESSAGE");
    require("a message is queued", count("PP_MESSAGE"), 1);
  }

  int count(String table) {
    return database.count(table);
  }

  /** A slice that did not do its work is no measurement. */
  static void require(String what, long found, long wanted) {
    if (found != wanted) {
      throw new IllegalStateException(what + ": " + found + " instead of " + wanted);
    }
  }

  /** So many orders whose two steps are due now. */
  void seedSteps(int orders) {
    herd.clear();
    copyPatterns(orders);
    herd.copy("PP_STEP_EXECUTION", 1, orders, Map.of());
    herd.analyse();
  }

  /**
   * As {@link #seedSteps}, beside the steps that wait already; what was due before is taken away.
   */
  void addDue(int orders) {
    database.jdbc.execute(
        "delete from PP_STEP_EXECUTION where EXECUTION_ID < "
            + "(select min(EXECUTION_ID) from bench_PP_STEP_EXECUTION) + 5000000");
    database.jdbc.execute(
        "truncate PP_MESSAGE, PP_TOUCH_DECISION, PP_ENROLLMENT, PP_CONTACT, PP_ORDER_LINE,"
            + " PP_CONSENT, PP_CHECKOUT_ANSWER");
    copyPatterns(orders);
    herd.copy("PP_STEP_EXECUTION", 1, orders, Map.of());
  }

  /** So many orders that were placed and that nobody has handled. */
  void seedEvents(int orders) {
    herd.clear();
    herd.copy("PP_CHECKOUT_ANSWER", 1, orders, Map.of());
    herd.copy("PP_OUTBOX", 1, orders, Map.of());
    herd.analyse();
  }

  /** So many mails that were decided and wait for the sender. */
  void seedMessages(int orders) {
    herd.clear();
    copyPatterns(orders);
    Map<String, String> acted = new HashMap<>();
    acted.put(
        "STATE",
        "case when p.step_key = '" + BenchShop.THANKS + "' then 'DONE' else 'SCHEDULED' end");
    herd.copy("PP_STEP_EXECUTION", 1, orders, acted);
    herd.copy("PP_TOUCH_DECISION", 1, orders, Map.of());
    herd.copy("PP_MESSAGE", 1, orders, Map.of());
    herd.analyse();
  }

  private void copyPatterns(int orders) {
    for (String table : PATTERNS) {
      herd.copy(table, 1, orders, Map.of());
    }
  }

  /** Every node does what is due at the same time as the others; timed until the last is idle. */
  Sample runAll(int operations, List<? extends DueWork> works) throws Exception {
    return Sample.of(
        operations,
        () -> {
          List<Future<?>> running = new ArrayList<>();
          for (DueWork work : works) {
            running.add(threads.submit(work::runDue));
          }
          for (Future<?> one : running) {
            one.get();
          }
        });
  }

  @Override
  public void close() {
    threads.shutdownNow();
    pools.forEach(HikariDataSource::close);
  }
}
