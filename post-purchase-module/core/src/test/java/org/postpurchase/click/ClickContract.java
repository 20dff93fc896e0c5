package org.postpurchase.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.click.RecordClick.Outcome;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.OutgoingMessage;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ConditionType;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.Step;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.Together;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkSigner;

/** Links of advertising, marked, followed and counted, on every database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ClickContract {
  private static final Pattern MARK = Pattern.compile("pp_click=([A-Za-z0-9._-]+)");
  private static final List<String> TABLES = List.of("PP_CLICK", "PP_CLICK_SETTING");

  private CoreDatabase database;
  private SeriesWorld world;

  abstract CoreDatabase shared();

  @BeforeEach
  void open_the_shop() {
    database = shared();
    TABLES.forEach(table -> database.jdbc.update("delete from " + table));
    KnownMembers members = new KnownMembers();
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
            "<p><a href=\"https://shop.example/tea?a=b#c\">tea</a> <a"
                + " href=\"https://shop.example/mug\">mug</a> <a"
                + " href=\"https://shop.example/pot\">pot</a> <a"
                + " href=\"${links.unsubscribe}\">stop</a></p>",
            "Look https://shop.example/tea ${links.unsubscribe}"));
    world.clock.advance(Duration.ofMinutes(1));
    activate(
        FirstPurchase.thankYou(),
        FirstPurchase.marketing("how-to", 2, Anchor.SUBMITTED, 1).build(),
        FirstPurchase.marketing("review-request", 3, Anchor.SUBMITTED, 3)
            .onlyIf(ConditionType.CLICKED, "how-to")
            .build(),
        new Step.Builder("reminder")
            .at(4, "Reminder")
            .delay(Anchor.SUBMITTED, 3, 0)
            .sends(Purpose.MARKETING, "EMAIL", "how-to")
            .onlyIf(ConditionType.NOT_CLICKED, "how-to")
            .build());
  }

  @AfterEach
  void close() {
    if (database != null) {
      TABLES.forEach(table -> database.jdbc.update("delete from " + table));
    }
  }

  private void activate(Step... steps) {
    world.activate(1, SeriesWorld.series(OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER, 1, steps));
  }

  private void buy(long id) {
    world.submit(order(id).email("p" + id + "@example.com").line(id * 10, 1), true);
  }

  /** The tokens in the mails that were sent last. */
  private List<String> tokens() {
    List<String> tokens = new ArrayList<>();
    for (OutgoingMessage mail : world.mails.taken) {
      Matcher mark = MARK.matcher(mail.content.html);
      while (mark.find()) {
        tokens.add(mark.group(1));
      }
      assertThat(mail.content.text).as("the plain text").doesNotContain("pp_click");
      assertThat(mail.unsubscribeUrl).doesNotContain("pp_click");
    }
    return tokens;
  }

  private Outcome follow(String token) {
    return world.node.recordClick.record(token);
  }

  private List<Map<String, Object>> rows() {
    return database.jdbc.queryForList(
        "select LINK_NO, CONTACT, SERIES_ID, STEP_KEY, LINK_TO, VERDICT, REASON from PP_CLICK order"
            + " by MESSAGE_ID, LINK_NO");
  }

  @Test
  void nothing_is_marked_until_it_is_switched_on_and_what_is_kept_is_never_marked() {
    buy(1);
    world.pass(Duration.ofDays(1));
    assertThat(tokens()).isEmpty();

    world.node.clicks.switchTo(true);
    buy(2);
    world.pass(Duration.ofDays(1));
    assertThat(tokens()).as("three links of the one advertising mail").hasSize(3);
    assertThat(
            database.jdbc.queryForList(
                "select HTML_BODY from PP_MESSAGE where STATE = 'SENT'", String.class))
        .hasSize(4)
        .noneMatch(html -> html.contains("pp_click"));
    OutgoingMessage mail = world.mails.taken.get(world.mails.taken.size() - 1);
    assertThat(mail.content.html)
        .contains("tea?a=b&amp;pp_click=")
        .containsPattern("_-]*#c\"|#c\"");
  }

  /** Somebody who never got the mail has not left it unread. */
  @Test
  void whoever_was_not_sent_a_mail_is_none_of_those_who_followed_no_link_of_it() {
    world.node.clicks.switchTo(true);
    buy(1);
    buy(2);
    world.node.inService.add("p1@example.com");
    world.pass(Duration.ofDays(2).plusHours(1));
    world.node.inService.clear();
    world.pass(Duration.ofDays(2));

    assertThat(world.verdicts(1))
        .contains("how-to SKIP IN_SERVICE", "how-to SKIP CONDITION_NOT_MET")
        .doesNotContain("how-to SEND DUE");
    assertThat(world.verdicts(2)).filteredOn("how-to SEND DUE"::equals).hasSize(2);
  }

  @Test
  void a_link_counts_once_however_often_and_from_how_many_sides_it_is_followed() throws Exception {
    world.node.clicks.switchTo(true);
    buy(1);
    world.pass(Duration.ofDays(1));
    world.clock.advance(Duration.ofMinutes(5));
    String token = tokens().get(1);

    List<Outcome> outcomes = Together.run(50, thread -> () -> follow(token));

    assertThat(outcomes).filteredOn(o -> o == Outcome.COUNTED).hasSize(1);
    assertThat(outcomes).filteredOn(o -> o == Outcome.KNOWN).hasSize(49);
    assertThat(rows()).hasSize(1);
    assertThat(rows().get(0))
        .containsEntry("CONTACT", "p1@example.com")
        .containsEntry("STEP_KEY", "how-to")
        .containsEntry("LINK_TO", "/mug")
        .containsEntry("VERDICT", "COUNTED");
  }

  @Test
  void a_scanner_that_runs_scripts_counts_as_nothing_also_when_it_is_parallel() throws Exception {
    world.node.clicks.switchTo(true);
    buy(1);
    world.pass(Duration.ofDays(1));
    List<String> tokens = tokens();
    assertThat(follow(tokens.get(0))).as("at once").isEqualTo(Outcome.DOUBTFUL);
    world.clock.advance(Duration.ofMinutes(5));

    Together.run(3, thread -> () -> follow(tokens.get(thread)));

    assertThat(rows()).hasSize(3).allMatch(row -> "BURST".equals(row.get("REASON")));
    assertThat(world.node.readClicks.last(List.of("p1@example.com"))).isEmpty();
    world.clock.advance(Duration.ofHours(1));
    assertThat(follow(tokens.get(2))).as("then the reader").isEqualTo(Outcome.COUNTED);
  }

  @Test
  void forged_foreign_and_old_tokens_change_nothing() {
    world.node.clicks.switchTo(true);
    buy(1);
    world.pass(Duration.ofDays(1));
    world.clock.advance(Duration.ofMinutes(5));
    String token = tokens().get(0);
    LinkSigner same = new LinkSigner(new byte[32], world.clock);
    LinkSigner other =
        new LinkSigner(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6}, world.clock);
    for (String bad :
        List.of(
            "",
            "x",
            token.substring(1),
            token.substring(0, token.length() - 1),
            token + "A",
            token.replace("t.", "u."),
            same.token(LinkPurpose.SURVEY, 64),
            same.seal(LinkPurpose.CLICK, "64"),
            other.token(LinkPurpose.CLICK, 65))) {
      assertThat(follow(bad)).as(bad).isEqualTo(Outcome.REFUSED);
    }
    assertThat(follow(same.token(LinkPurpose.CLICK, (987_654L << 6) + 1)))
        .as("a message that is gone")
        .isEqualTo(Outcome.NOTHING);
    world.clock.advance(Duration.ofDays(402));
    assertThat(follow(token)).isEqualTo(Outcome.REFUSED);
    assertThat(rows()).isEmpty();
  }

  @Test
  void who_objects_gets_no_marks_and_is_not_counted_for_mails_from_before() {
    world.node.clicks.switchTo(true);
    buy(1);
    buy(2);
    world.pass(Duration.ofDays(1));
    world.clock.advance(Duration.ofMinutes(5));
    List<String> before = tokens();
    assertThat(before).hasSize(6);
    database.jdbc.update("update PP_CONTACT set CLICKS = 'NO'");
    int objecting = database.count("PP_CONTACT");
    if (objecting == 0) { // a shop without restraint keeps no rows of people
      database.jdbc.update(
          "insert into PP_CONTACT (CONTACT, KNOWN_SINCE, CLICKS) values ('p1@example.com', ?,"
              + " 'NO')",
          org.postpurchase.shared.jdbc.Utc.param(world.clock.instant()));
    }
    assertThat(follow(before.get(0))).isEqualTo(Outcome.NOTHING);
    assertThat(rows()).isEmpty();
    world.mails.taken.clear();
    world.pass(Duration.ofDays(2));
    assertThat(world.mails.subjects()).as("the reminders").hasSize(2);
    assertThat(tokens()).as("of the other one alone").hasSize(objecting == 0 ? 3 : 0);
  }

  @Test
  void steps_ask_whether_the_mail_before_was_clicked_and_the_answer_decides() {
    world.node.clicks.switchTo(true);
    buy(1);
    buy(2);
    world.pass(Duration.ofDays(1));
    world.clock.advance(Duration.ofMinutes(5));
    assertThat(follow(tokens().get(0))).isEqualTo(Outcome.COUNTED);
    world.pass(Duration.ofDays(2));

    String clicked = rows().get(0).get("CONTACT").toString();
    long reader = clicked.startsWith("p1") ? 1 : 2;
    assertThat(world.verdicts(reader))
        .contains("review-request SEND DUE", "how-to SKIP CONDITION_NOT_MET");
    assertThat(world.verdicts(3 - reader))
        .contains("review-request SKIP CONDITION_NOT_MET")
        .doesNotContain("how-to SKIP CONDITION_NOT_MET");
  }

  @Test
  void what_a_killed_node_had_not_committed_is_not_there_and_comes_again() {
    world.node.clicks.switchTo(true);
    buy(1);
    world.pass(Duration.ofDays(1));
    world.clock.advance(Duration.ofMinutes(5));
    String token = tokens().get(0);
    try {
      database.transactions.run(
          () -> {
            assertThat(follow(token)).isEqualTo(Outcome.COUNTED);
            throw new IllegalStateException("killed before the commit");
          });
    } catch (IllegalStateException killed) {
      assertThat(rows()).isEmpty();
    }
    assertThat(follow(token)).isEqualTo(Outcome.COUNTED);
    assertThat(rows()).hasSize(1);
  }
}
