package org.postpurchase.sunset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.click.RecordClick;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.Step;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.WatchedDataSource;

/** Advertising rests for people who never react, and for nobody else, on every database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class SunsetContract {
  private static final Pattern MARK = Pattern.compile("pp_click=([A-Za-z0-9._-]+)");
  private static final List<String> TABLES =
      List.of("PP_CLICK", "PP_CLICK_SETTING", "PP_SUNSET", "PP_SUNSET_SETTING");

  private CoreDatabase database;
  private WatchedDataSource watched;
  private KnownMembers members;
  private SeriesWorld world;

  abstract CoreDatabase shared();

  @BeforeEach
  void open_the_shop() {
    watched = new WatchedDataSource(shared().dataSource);
    database = shared().through(watched.dataSource());
    TABLES.forEach(table -> database.jdbc.update("delete from " + table));
    members = new KnownMembers();
    members.measured = true;
    world = new SeriesWorld(database, members).fresh();
    world.templates.with(
        new MessageTemplate(
            "how-to",
            "en",
            1,
            true,
            null,
            new MessageTemplate.Texts("How to", "", "Hello", "Look", ""),
            "<p><a href=\"https://shop.example/tea\">tea</a> <a"
                + " href=\"${links.unsubscribe}\">stop</a></p>",
            "Look ${links.unsubscribe}"));
    world.activate(
        1,
        SeriesWorld.series(
            OrderTriggers.ANY_ORDER,
            ReEntry.EACH_ORDER,
            1,
            mail("a", 1, 1, Purpose.MARKETING),
            mail("b", 2, 35, Purpose.MARKETING),
            mail("c", 3, 40, Purpose.MARKETING),
            mail("d", 4, 45, Purpose.MARKETING),
            mail("own", 5, 45, Purpose.TRANSACTIONAL)));
  }

  @AfterEach
  void close() {
    if (database != null) {
      TABLES.forEach(table -> database.jdbc.update("delete from " + table));
    }
  }

  private static Step mail(String key, int position, int days, Purpose purpose) {
    return new Step.Builder(key)
        .at(position, key)
        .delay(Anchor.SUBMITTED, days, 0)
        .sends(purpose, "EMAIL", "how-to")
        .build();
  }

  private void buy(long id) {
    world.submit(order(id).email(contact(id)).line(id * 10, 1), true);
  }

  private static String contact(long id) {
    return "p" + id + "@example.com";
  }

  private void rest(boolean on) {
    assertThat(world.node.sunset.save(new SunsetSetting(on, 2, 30))).isTrue();
  }

  private List<String> ofStep(long id, String step) {
    return database.jdbc.query(
        "select VERDICT, REASON_CODE from PP_TOUCH_DECISION where ORDER_ID = ? and STEP_KEY = ?"
            + " order by DECISION_ID",
        (row, n) -> row.getString(1) + " " + row.getString(2),
        id,
        step);
  }

  @Test
  void whoever_does_nothing_rests_after_so_many_messages_and_days_and_a_reaction_ends_it() {
    world.node.clicks.switchTo(true);
    rest(true);
    for (long id = 1; id <= 4; id++) {
      buy(id);
    }
    world.pass(Duration.ofDays(35));
    assertThat(database.count("PP_SUNSET")).isZero();
    world.pass(Duration.ofDays(5));
    for (long id = 1; id <= 4; id++) {
      assertThat(ofStep(id, "a")).as("one message").containsExactly("SEND DUE");
      assertThat(ofStep(id, "b")).as("one message before it").containsExactly("SEND DUE");
      assertThat(ofStep(id, "c")).containsExactly("SKIP SUNSET");
    }
    assertThat(world.node.sunset.count()).isEqualTo(4);

    world.clock.advance(Duration.ofDays(1));
    Matcher mark = MARK.matcher(mailTo(2));
    assertThat(mark.find()).isTrue();
    assertThat(world.node.recordClick.record(mark.group(1))).isEqualTo(RecordClick.Outcome.COUNTED);
    members.lastOrders.put(contact(3), world.clock.instant());
    database.jdbc.update("delete from PP_CONTACT");
    database.jdbc.update(
        "insert into PP_CONTACT (CONTACT, KNOWN_SINCE, PREFERRED_AT) values (?, ?, ?)",
        contact(4),
        Utc.param(world.clock.instant()),
        Utc.param(world.clock.instant()));
    world.pass(Duration.ofDays(4));

    assertThat(ofStep(1, "d")).as("still nothing").containsExactly("SKIP SUNSET");
    assertThat(ofStep(1, "own")).as("belongs to the order").containsExactly("SEND DUE");
    assertThat(ofStep(2, "d")).as("a click").containsExactly("SEND DUE");
    assertThat(ofStep(3, "d")).as("an order").containsExactly("SEND DUE");
    assertThat(ofStep(4, "d")).as("a choice").containsExactly("SEND DUE");
    assertThat(world.node.sunset.count()).isEqualTo(1);
  }

  private String mailTo(long id) {
    return world.mails.taken.stream()
        .filter(mail -> mail.recipient.equals(contact(id)))
        .map(mail -> mail.content.html)
        .findFirst()
        .get();
  }

  @Test
  void while_it_is_off_nobody_rests_and_switching_it_off_forgets_who_did() {
    buy(1);
    world.pass(Duration.ofDays(40));
    assertThat(ofStep(1, "c")).containsExactly("SEND DUE");
    rest(true);
    world.pass(Duration.ofDays(5));
    assertThat(ofStep(1, "d")).containsExactly("SKIP SUNSET");
    rest(false);
    assertThat(database.count("PP_SUNSET")).isZero();
  }

  @Test
  void the_question_whether_to_go_on_is_asked_once_and_not_of_who_has_reacted_meanwhile() {
    world.activate(
        2,
        SeriesWorld.series(
            WentQuietTrigger.KEY,
            ReEntry.EACH_ORDER,
            1,
            new Step.Builder("ask")
                .at(1, "ask")
                .delay(Anchor.HAPPENED, 1, 0)
                .sends(Purpose.MARKETING, "EMAIL", "review-request")
                .build()));
    rest(true);
    buy(1);
    buy(2);
    TellSunset tell =
        new TellSunset(
            world.node.sunset,
            world.engine::moments,
            database.transactions,
            WorkFailures.inMemory(database.transactions, world.clock));
    world.pass(Duration.ofDays(40));
    assertThat(tell.runDue()).isEqualTo(2);
    assertThat(tell.runDue()).as("told").isZero();
    world.clock.advance(Duration.ofHours(1));
    members.lastOrders.put(contact(2), world.clock.instant());
    world.mails.taken.clear();
    world.pass(Duration.ofDays(2));

    assertThat(world.mails.taken)
        .extracting(mail -> mail.recipient + " " + mail.content.subject)
        .containsExactly(contact(1) + " Well?");
    world.pass(Duration.ofDays(30));
    assertThat(tell.runDue()).isZero();
  }

  @Test
  void asking_about_many_takes_as_many_statements_as_about_one() {
    rest(true);
    world.node.clicks.switchTo(true);
    java.util.Map<String, Long> one = java.util.Map.of(contact(1), 0L);
    java.util.Map<String, Long> many = new java.util.HashMap<>();
    for (long id = 1; id <= 100; id++) {
      many.put(contact(id), id % 2);
    }
    world.node.sunset.resting(one);
    watched.seen.clear();
    database.transactions.run(() -> world.node.sunset.resting(one));
    int forOne = watched.seen.size();
    watched.seen.clear();
    database.transactions.run(() -> world.node.sunset.resting(many));

    assertThat(watched.seen).hasSize(forOne).hasSizeLessThanOrEqualTo(5);
  }
}
