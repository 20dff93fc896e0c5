package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.config.SegmentParts;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Plugin;
import org.postpurchase.broadleaf.testkit.PointsDesk;
import org.postpurchase.broadleaf.testkit.ReferralDesk;
import org.postpurchase.broadleaf.testkit.RewardDesk;
import org.postpurchase.broadleaf.testkit.SettingsAccess;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.broadleaf.testkit.WatchedDataSource;
import org.postpurchase.outbox.OutboxRelay;
import org.postpurchase.segment.ConditionText;
import org.postpurchase.segment.Segment;
import org.postpurchase.segment.ShippedSegments;
import org.postpurchase.shared.DueWork;

/**
 * What all reactions to orders together ask of the database, as the product is wired and with its
 * features switched on.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventCostIT {
  private static final AtomicLong PEOPLE = new AtomicLong(System.nanoTime());

  /**
   * For {@link OutboxRelay#BATCH} orders, all reactions, claims and marks. MariaDB locks rows by an
   * update of their own, and returns no ids of many inserted rows.
   */
  private static final int MOST =
      System.getProperty("pp.test.db", "hsqldb").equals("postgresql") ? 88 : 96;

  /** Facts about people and their segments; 35 are asked for. */
  private static final int MOST_OF_FACTS = 21;

  /** Settings that are kept for ten seconds, which have passed when a hundred have been bought. */
  private static final int SLACK = 4;

  private static Plugin plugin;
  private static Shopper shopper;
  private static PointsDesk desk;
  private static ReferralDesk referrals;
  private static final List<Segment> SEGMENTS = new ArrayList<>();

  @BeforeAll
  static void switch_everything_on() {
    assumeFalse(
        System.getProperty("pp.test.db", "hsqldb").equals("hsqldb"),
        "HSQLDB has no statement that writes many rows or keeps those that are there");
    plugin = HostContext.plugin();
    shopper = new Shopper(HostContext.get());
    desk = new PointsDesk(HostContext.get());
    desk.open(0, 1, 100);
    referrals = new ReferralDesk(HostContext.get());
    referrals.open(new RewardDesk(HostContext.get()).tenPercent(), "0");
    SettingsAccess settings = new SettingsAccess(HostContext.get());
    settings.activate("every-order", 0);
    settings.activate("first-purchase", 0);
    SegmentParts segments = plugin.getSegments();
    ShippedSegments.all("EUR")
        .forEach(
            (key, conditions) ->
                SEGMENTS.add(
                    segments.segments.save().add(key, true, ConditionText.write(conditions), key)));
    runAll();
  }

  private static void runAll() {
    while (plugin.getDueWork().stream().mapToInt(DueWork::runDue).sum() > 0) {
      // until nothing is left
    }
  }

  @AfterAll
  static void switch_off() {
    if (plugin == null) {
      return;
    }
    desk.close();
    referrals.close();
    SettingsAccess settings = new SettingsAccess(HostContext.get());
    settings.deactivate("every-order");
    settings.deactivate("first-purchase");
    SegmentParts segments = plugin.getSegments();
    SEGMENTS.forEach(
        s ->
            segments
                .segments
                .save()
                .remove(s.id, segments.segments.store().find(s.id).get().edition));
  }

  @Test
  void events_of_a_hundred_orders_take_no_more_statements_than_those_of_ten() throws Exception {
    statements(10); // what is looked at once is known after this
    List<String> few = statements(10);
    List<String> many = statements(100);
    assertThat(few).as("the counting works").hasSizeGreaterThan(50);
    assertThat(many.size()).as("%s", repeated(many)).isLessThanOrEqualTo(MOST);
    assertThat(many.size()).as("%s", repeated(many)).isLessThanOrEqualTo(few.size() + SLACK);
    List<String> facts = handlerThatWrites("PP_PERSON_BUY", many);
    assertThat(facts).as("%s", facts).hasSizeBetween(10, MOST_OF_FACTS);
  }

  /** A handler's statements end with the one that says it is done. */
  private static List<String> handlerThatWrites(String table, List<String> statements) {
    List<String> own = new ArrayList<>();
    for (String sql : statements) {
      own.add(sql);
      if (sql.startsWith("update PP_OUTBOX set STATE = 'DONE'")) {
        if (own.stream().anyMatch(s -> s.startsWith("insert into " + table))) {
          return own;
        }
        own.clear();
      }
    }
    return own;
  }

  /** What was asked more than twice, shortened; to see which reaction asks for each order. */
  private static Map<String, Long> repeated(List<String> statements) {
    Map<String, Long> times =
        statements.stream()
            .collect(
                Collectors.groupingBy(
                    sql -> sql.substring(0, Math.min(120, sql.length())), Collectors.counting()));
    times.values().removeIf(n -> n <= 2);
    return times;
  }

  private static List<String> statements(int orders) throws Exception {
    for (int i = 0; i < orders; i++) {
      String email = "cost" + PEOPLE.incrementAndGet() + "@test.example";
      if (i % 2 == 0) {
        shopper.buy(email);
      } else {
        shopper.buy(shopper.registered(email), email);
      }
    }
    WatchedDataSource watch = HostContext.watch();
    watch.reset();
    desk.relay();
    List<String> all = watch.statements();
    watch.reset();
    runAll();
    return all;
  }
}
