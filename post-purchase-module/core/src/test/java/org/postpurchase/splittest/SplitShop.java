package org.postpurchase.splittest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.postpurchase.holdout.CountOrders;
import org.postpurchase.holdout.jdbc.HoldoutJdbcModule;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.order.OrderModel;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.CompareWordings;
import org.postpurchase.series.CompareWordings.Refusal;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.Series;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.series.Step;
import org.postpurchase.series.ValidateSeries;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.splittest.jdbc.SplitTestJdbcModule;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SeriesWorld;

/** A shop with one series whose step {@code how-to} has three templates to choose from. */
final class SplitShop {
  private static final List<String> TABLES =
      List.of(
          "PP_SPLIT_TEST",
          "PP_SPLIT_TEXT",
          "PP_SPLIT_PERSON",
          "PP_SPLIT_ORDER",
          "PP_CLICK",
          "PP_CLICK_SETTING",
          "PP_PERSON_ORDER");

  final CoreDatabase database;
  final SeriesWorld world;
  final CountOrders count;
  final SplitTests tests;

  /** Orders that the host has cancelled. */
  final Set<Long> cancelled = new HashSet<>();

  private final SplitTestStore store;
  private final RunSplitTests run;
  private final CompareWordings compare;

  SplitShop(CoreDatabase database) {
    this.database = database;
    KnownMembers members = new KnownMembers();
    members.measured = true;
    world = new SeriesWorld(database, members);
    store = SplitTestJdbcModule.store(database.jdbc, database.inserts);
    tests = new SplitTests(store, world.clock);
    Random same = new Random(1); // else an arm could be too small by chance
    run = new RunSplitTests(store, this::buyers, tests, database.transactions, world.clock, same);
    count =
        new CountOrders(
            HoldoutJdbcModule.store(database.jdbc, database.inserts),
            List.of(new SplitTestOrders(tests, store)));
    ValidateSeries validate =
        new ValidateSeries(
            world.templates,
            VelocityModule.renderer(),
            new SeriesModel(new OrderModel(() -> SeriesNode.SHOP), members.triggers()),
            world.offers,
            Channels.of(world.mails),
            world.clock);
    compare =
        new CompareWordings(
            database.seriesVersions(),
            world.templates,
            database.templateVersions(world.clock),
            validate,
            run,
            world.node.readClicks);
  }

  /** Nothing has happened; the series is live. */
  SplitShop fresh() {
    world.fresh();
    clear();
    // One version each, whatever the shop had before.
    for (String key : List.of("how-to", "other", "third")) {
      world.templates.remove(key);
      world.templates.with(key, "Subject of " + key, "Text of " + key);
    }
    publish("how-to");
    world.clock.advance(Duration.ofSeconds(1));
    return this;
  }

  void clear() {
    TABLES.forEach(table -> database.jdbc.update("delete from " + table));
  }

  /** What the step sends from now on to whoever enters. */
  void publish(String templateKey, Step... more) {
    List<Step> steps = new ArrayList<>(List.of(howTo(templateKey).build()));
    steps.addAll(List.of(more));
    publish(steps.toArray(new Step[0]));
  }

  /** The same, with the step switched off. */
  void publishOff(String templateKey) {
    publish(howTo(templateKey).off(true).build());
  }

  private static Step.Builder howTo(String templateKey) {
    return new Step.Builder("how-to")
        .at(2, "How-to")
        .delay(Anchor.SUBMITTED, 1, 0)
        .sends(Purpose.MARKETING, "EMAIL", templateKey);
  }

  void publish(Step... afterThanks) {
    List<Step> steps = new ArrayList<>(List.of(FirstPurchase.thankYou()));
    steps.addAll(List.of(afterThanks));
    world.activate(
        1,
        SeriesWorld.series(
            OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER, 1, steps.toArray(new Step[0])));
  }

  void inGerman(String key) {
    MessageTemplate english = world.templates.active(key).get(0);
    world.templates.with(
        new MessageTemplate(
            key, "de", 1, true, null, english.texts, english.htmlLayout, english.textLayout));
  }

  void begin(Goal goal, String... others) {
    assertThat(tried(goal, others).map(refusal -> refusal.code + refusal.detail)).isEmpty();
    world.clock.advance(Duration.ofSeconds(11)); // the node has heard of it
  }

  Refusal.Code refusal(Goal goal, String... others) {
    return tried(goal, others).map(refusal -> refusal.code).orElse(null);
  }

  private Optional<Refusal> tried(Goal goal, String... others) {
    return database.transactions.call(
        () -> compare.begin(series(), "how-to", Arrays.asList(others), goal));
  }

  private Series series() {
    return world.find(1).get();
  }

  Optional<String> end(int winner) {
    Optional<String> taken =
        database.transactions.call(() -> run.end(1, "how-to", winner, series().liveVersion));
    world.clock.advance(Duration.ofSeconds(11));
    return taken;
  }

  boolean rests() {
    return database.transactions.call(() -> compare.rests(result().test, series()));
  }

  void buy(long id, String email) {
    world.submit(order(id).email(email).line(id * 10, 1), true);
  }

  SplitResult result() {
    return run.results(1).get(0);
  }

  long people() {
    return result().arms.stream().mapToLong(arm -> arm.people).sum();
  }

  long hits() {
    return result().arms.stream().mapToLong(arm -> arm.hits).sum();
  }

  /** People of each arm that has some. */
  List<Long> noted() {
    return database.jdbc.queryForList(
        "select count(*) from PP_SPLIT_PERSON group by ARM order by ARM", Long.class);
  }

  List<String> templatesSent() {
    return database.jdbc.queryForList(
        "select distinct TEMPLATE_KEY from PP_MESSAGE where STEP_KEY = 'how-to' order by"
            + " TEMPLATE_KEY",
        String.class);
  }

  /** When somebody was noted. */
  Instant since(String contact) {
    String person = result().test.place(contact).person;
    return store.since(List.of(person)).get(person);
  }

  void click(long order, String step, Instant at, String verdict) {
    Map<String, Object> message =
        database.jdbc.queryForMap(
            "select MESSAGE_ID, ENROLLMENT_ID, CONTACT from PP_MESSAGE where ORDER_ID = ? and"
                + " STEP_KEY = ?",
            order,
            step);
    int links =
        database.jdbc.queryForObject(
            "select count(*) from PP_CLICK where MESSAGE_ID = ?",
            Integer.class,
            message.get("MESSAGE_ID"));
    database.jdbc.update(
        "insert into PP_CLICK (MESSAGE_ID, LINK_NO, CONTACT, ENROLLMENT_ID, SERIES_ID, STEP_KEY,"
            + " CLICKED_AT, VERDICT) values (?, ?, ?, ?, 1, ?, ?, ?)",
        message.get("MESSAGE_ID"),
        links + 1,
        message.get("CONTACT"),
        message.get("ENROLLMENT_ID"),
        step,
        Utc.param(at),
        verdict);
  }

  /** So many people of both arms, of whom so many have ordered, with all their days over. */
  void arms(int first, int firstHits, int second, int secondHits) {
    SplitTest test = result().test;
    Instant at = world.clock.instant().minus(Duration.ofDays(31));
    int[] people = {first, second};
    int[] hits = {firstHits, secondHits};
    for (int arm = 0; arm < 2; arm++) {
      for (int i = 0; i < people[arm]; i++) {
        String person = arm + "-" + i;
        database.jdbc.update(
            "insert into PP_SPLIT_PERSON (PERSON, SALT, ARM, ENROLLMENT_ID, SINCE, COUNTS_UNTIL)"
                + " values (?, ?, ?, 0, ?, ?)",
            person,
            test.salt(),
            arm + 1,
            Utc.param(at),
            Utc.param(at.plus(Goal.ORDERED.window)));
        if (i < hits[arm]) {
          database.jdbc.update(
              "insert into PP_SPLIT_ORDER (PERSON, ORDER_ID) values (?, ?)", person, 5000 + i);
        }
      }
    }
  }

  /** The host's answer. */
  private Map<Integer, Long> buyers(SplitTest test, Instant before) {
    Map<Integer, Set<String>> byArm = new TreeMap<>();
    database.jdbc.query(
        "select p.ARM, p.PERSON, o.ORDER_ID from PP_SPLIT_PERSON p join PP_SPLIT_ORDER o on"
            + " o.PERSON = p.PERSON where p.SALT = ? and p.SINCE < ?",
        row -> {
          if (!cancelled.contains(row.getLong("ORDER_ID"))) {
            byArm
                .computeIfAbsent(row.getInt("ARM"), arm -> new HashSet<>())
                .add(row.getString("PERSON"));
          }
        },
        test.salt(),
        Utc.param(before));
    Map<Integer, Long> counts = new TreeMap<>();
    byArm.forEach((arm, persons) -> counts.put(arm, (long) persons.size()));
    return counts;
  }
}
