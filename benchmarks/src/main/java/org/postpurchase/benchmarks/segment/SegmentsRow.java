package org.postpurchase.benchmarks.segment;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.benchmarks.measure.Arm;
import org.postpurchase.benchmarks.measure.Goal;
import org.postpurchase.benchmarks.measure.Row;
import org.postpurchase.benchmarks.measure.Sample;
import org.postpurchase.benchmarks.measure.Server;
import org.postpurchase.benchmarks.measure.Setting;
import org.postpurchase.migrations.Migrations;
import org.postpurchase.migrations.Phase;
import org.postpurchase.segment.ConditionText;
import org.postpurchase.segment.Segment;
import org.postpurchase.segment.SegmentStore;
import org.postpurchase.segment.jdbc.SegmentJdbcModule;
import org.postpurchase.testkit.CoreDatabase;

/**
 * A whole segment built and published over all people, against copying the same number of rows from
 * one table into another with the same keys.
 */
public final class SegmentsRow implements Row {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final String OURS = "built and published";
  private static final String PEER = "rows copied with the same keys";
  private static final String CONDITIONS =
      "{\"all\":[{\"field\":\"ORDERS\",\"is\":\"AT_LEAST\",\"value\":\"1\"},"
          + "{\"any\":[{\"field\":\"LAST_ORDER\",\"is\":\"DAYS_AGO_AT_LEAST\",\"value\":\"180\"},"
          + "{\"field\":\"SPENT\",\"is\":\"AT_LEAST\",\"value\":\"100\",\"in\":\"EUR\"},"
          + "{\"not\":{\"field\":\"CATEGORY\",\"is\":\"BOUGHT\",\"value\":\"7\"}}]}]}";

  private final HikariDataSource pool;
  private final CoreDatabase database;
  private final SegmentStore store;
  private final int people;
  private final long segment;
  private final List<Double> seconds = new ArrayList<>();
  private long members;

  public SegmentsRow(Server server, Setting setting) throws Exception {
    people = setting.of(1_000_000, 50_000);
    pool = Server.pool(server.fresh(), 4);
    new Migrations(pool).run(Phase.SCHEMA);
    database = CoreDatabase.existing(pool);
    store = SegmentJdbcModule.segments(database.jdbc, database.inserts);
    fill();
    database.transactions.run(() -> store.add("bench", "Bench", true, CONDITIONS, "", NOW));
    segment = store.find("bench").orElseThrow().id;
    build();
    database.jdbc.execute("create table PEER (like PP_SEGMENT_MEMBER including all)");
  }

  private void fill() {
    database.jdbc.update(
        "insert into PP_PERSON (PERSON_KEY, CUSTOMER_ID, MAILBOX_KEY, ORDERS, FIRST_ORDER_AT,"
            + " LAST_ORDER_AT, UNITS, RETURNED_UNITS, RETURNED_ORDERS, REVIEWS, FRIENDS,"
            + " CHANGED_AT) select 'c:' || g, g, 'c' || g || '@example.com', g % 7, case when g % 7"
            + " > 0 then timestamp '2024-01-01' + g % 700 * interval '1 day' end, case when g % 7 >"
            + " 0 then timestamp '2025-01-01' + g % 500 * interval '1 day' end, g % 7, 0, 0, g % 3,"
            + " 0, timestamp '2026-01-01' from generate_series(1, ?) g",
        people);
    database.jdbc.update(
        "insert into PP_PERSON_SPEND (PERSON_ID, CURRENCY, NET_MINOR, AVERAGE_MINOR, ORDERS)"
            + " select PERSON_ID, 'EUR', PERSON_ID % 40000, PERSON_ID % 40000 / ORDERS, ORDERS"
            + " from PP_PERSON where ORDERS > 0");
    database.jdbc.update(
        "insert into PP_PERSON_GOODS (ORDER_ID, KIND, GOODS_ID, PERSON_ID) select PERSON_ID * 10 +"
            + " k, 'C', (PERSON_ID + k) % 30, PERSON_ID from PP_PERSON, generate_series(0, 2) k"
            + " where ORDERS > 0");
    database.jdbc.execute("vacuum analyze");
  }

  private void build() {
    long start = System.nanoTime();
    Optional<Long> size =
        database.transactions.call(
            () -> {
              Segment current = store.find(segment).orElseThrow();
              return store.build(current, ConditionText.read(CONDITIONS), NOW);
            });
    seconds.add((System.nanoTime() - start) / 1e9);
    members = size.orElseThrow();
  }

  private Sample ours() throws Exception {
    Sample sample = Sample.of(members, this::build);
    database.transactions.run(() -> store.forget(store.find(segment).orElseThrow()));
    return sample;
  }

  private Sample peer() throws Exception {
    database.jdbc.execute("truncate PEER");
    return Sample.of(
        members,
        () ->
            database.jdbc.update(
                "insert into PEER select m.* from PP_SEGMENT_MEMBER m"
                    + " join PP_SEGMENT s on s.GENERATION = m.GENERATION"));
  }

  @Override
  public String name() {
    return "segments";
  }

  @Override
  public String unit() {
    return "members of a segment over " + people + " people";
  }

  @Override
  public List<Arm> arms() {
    return List.of(new Arm(PEER, this::peer), new Arm(OURS, this::ours));
  }

  @Override
  public List<Goal> goals() {
    return List.of(Goal.dearer(OURS, PEER, 3));
  }

  @Override
  public List<String> notes() {
    double slowest = seconds.stream().mapToDouble(s -> s).max().orElse(0);
    return List.of(
        String.format(
            Locale.ROOT,
            "slowest of %d builds of %d members: %.1f s; must be at most 10 s for 1,000,000 people",
            seconds.size(),
            members,
            slowest));
  }

  @Override
  public void close() {
    pool.close();
  }
}
