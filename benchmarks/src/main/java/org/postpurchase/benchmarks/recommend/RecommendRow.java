package org.postpurchase.benchmarks.recommend;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postpurchase.benchmarks.measure.Arm;
import org.postpurchase.benchmarks.measure.Goal;
import org.postpurchase.benchmarks.measure.Row;
import org.postpurchase.benchmarks.measure.Sample;
import org.postpurchase.benchmarks.measure.Server;
import org.postpurchase.benchmarks.measure.Setting;
import org.postpurchase.migrations.Migrations;
import org.postpurchase.migrations.Phase;
import org.postpurchase.recommend.RecommendState;
import org.postpurchase.recommend.RecommendStore;
import org.postpurchase.recommend.jdbc.RecommendJdbcModule;
import org.postpurchase.testkit.CoreDatabase;

/**
 * Recommendations built from all orders of two years, three lines each of 5,000 products of which
 * few are bought much, against copying the same lines into a table with the same key. The host's
 * tables have the columns that the copying reads, and the host's indexes.
 */
public final class RecommendRow implements Row {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant SINCE = Instant.parse("2024-06-01T00:00:00Z");
  private static final String OURS = "built and published";
  private static final String PEER = "lines copied with the same key";
  private static final String SELECT =
      " select i.ORDER_ID, d.PRODUCT_ID, max(coalesce(p.DEFAULT_CATEGORY_ID, 0))"
          + " from BLC_ORDER o join BLC_ORDER_ITEM i on i.ORDER_ID = o.ORDER_ID"
          + " join BLC_DISCRETE_ORDER_ITEM d on d.ORDER_ITEM_ID = i.ORDER_ITEM_ID"
          + " join BLC_PRODUCT p on p.PRODUCT_ID = d.PRODUCT_ID"
          + " left join PP_ORDER_LINE l on l.ORDER_LINE_ID = i.ORDER_ITEM_ID"
          + " where o.ORDER_STATUS = 'SUBMITTED' and o.SUBMIT_DATE >= ?"
          + " and (l.ORDER_LINE_ID is null or l.RETURNED_QTY + l.CANCELLED_QTY < i.QUANTITY)"
          + " group by i.ORDER_ID, d.PRODUCT_ID";

  private final HikariDataSource pool;
  private final CoreDatabase database;
  private final RecommendStore store;
  private final int orders;
  private final List<Double> seconds = new ArrayList<>();
  private long lines;

  public RecommendRow(Server server, Setting setting) throws Exception {
    orders = setting.of(600_000, 30_000);
    pool = Server.pool(server.fresh(), 4);
    new Migrations(pool).run(Phase.SCHEMA);
    database = CoreDatabase.existing(pool);
    store = RecommendJdbcModule.store(database.jdbc, database.inserts);
    fill();
    build();
  }

  private void fill() {
    for (String sql :
        new String[] {
          "create table BLC_PRODUCT (PRODUCT_ID bigint primary key, DEFAULT_CATEGORY_ID bigint)",
          "create table BLC_ORDER (ORDER_ID bigint primary key, ORDER_STATUS varchar(255),"
              + " SUBMIT_DATE timestamp)",
          "create table BLC_ORDER_ITEM (ORDER_ITEM_ID bigint primary key, ORDER_ID bigint,"
              + " QUANTITY int)",
          "create table BLC_DISCRETE_ORDER_ITEM (ORDER_ITEM_ID bigint primary key,"
              + " PRODUCT_ID bigint)",
          "create table PEER (like PP_RECOMMEND_LINE including all)",
          "select setseed(0.42)",
          "insert into BLC_PRODUCT select g, g % 60 from generate_series(1, 5000) g"
        }) {
      database.jdbc.execute(sql);
    }
    database.jdbc.update(
        "insert into BLC_ORDER select g, 'SUBMITTED', timestamp '2024-06-02' + g % 720 * interval"
            + " '1 day' from generate_series(1, ?) g",
        orders);
    database.jdbc.update(
        "insert into BLC_ORDER_ITEM select g, (g + 2) / 3, 1 from generate_series(1, ?) g",
        3 * orders);
    database.jdbc.update(
        "insert into BLC_DISCRETE_ORDER_ITEM select g, 1 + floor(5000 * power(random(), 3))::bigint"
            + " from generate_series(1, ?) g",
        3 * orders);
    database.jdbc.execute("create index on BLC_ORDER_ITEM (ORDER_ID)");
    database.jdbc.execute("create index on BLC_ORDER (ORDER_STATUS)");
    database.jdbc.execute("vacuum analyze");
  }

  private void copy(Instant since) {
    lines =
        database.jdbc.update(
            "insert into PP_RECOMMEND_LINE (ORDER_ID, PRODUCT_ID, CATEGORY_ID)" + SELECT,
            Timestamp.from(since));
  }

  private void build() {
    RecommendState built = database.transactions.call(() -> store.build(this::copy, SINCE, NOW));
    seconds.add(built.millis / 1000.0);
  }

  private Sample peer() throws Exception {
    database.jdbc.execute("truncate PEER");
    return Sample.of(
        lines, () -> database.jdbc.update("insert into PEER" + SELECT, Timestamp.from(SINCE)));
  }

  @Override
  public String name() {
    return "recommendations";
  }

  @Override
  public String unit() {
    return "lines of " + orders + " orders";
  }

  @Override
  public List<Arm> arms() {
    return List.of(new Arm(PEER, this::peer), new Arm(OURS, () -> Sample.of(lines, this::build)));
  }

  @Override
  public List<Goal> goals() {
    return List.of(Goal.dearer(OURS, PEER, 8));
  }

  @Override
  public List<String> notes() {
    double slowest = seconds.stream().mapToDouble(s -> s).max().orElse(0);
    return List.of(
        String.format(
            Locale.ROOT,
            "slowest of %d builds of %d lines of %d orders: %.1f s; must be at most 60 s for"
                + " 600,000 orders",
            seconds.size(),
            lines,
            orders,
            slowest));
  }

  @Override
  public void close() {
    pool.close();
  }
}
