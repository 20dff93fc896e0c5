package org.postpurchase.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.retention.jdbc.RetentionJdbcModule;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.series.UnsubscribeLinks;
import org.postpurchase.shared.jdbc.JdbcLeases;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class DeletingOldRowsContract {
  private static final String ADA = "ada@example.com";

  private SeriesWorld world;
  private CoreDatabase database;

  abstract CoreDatabase shared();

  @BeforeEach
  void a_buyer_got_everything_a_year_ago() {
    database = shared();
    world = new SeriesWorld(database).fresh();
    database.jdbc.update("delete from PP_LEASE");
    world.activate(1, FirstPurchase.series());
    OrderFixture ordered = order(1).line(11, 1, "Dripper").line(12, 2, "Filters");
    world.submit(ordered, true);
    world.ship(1);
    world.deliver(1);
    world.pass(Duration.ofDays(40));
    assertThat(world.mails.subjects()).hasSize(5);
  }

  private DeleteOldRows job(boolean deletes, int days) {
    Map<OldRows.Kind, Integer> kept = new EnumMap<>(OldRows.Kind.class);
    for (OldRows.Kind kind : OldRows.Kind.values()) {
      kept.put(kind, days);
    }
    return new DeleteOldRows(
        RetentionJdbcModule.oldRows(database.jdbc),
        new DeleteOldRows.Plan(deletes, kept),
        new DeleteOldRows.Node(
            new JdbcLeases(database.jdbc, database.dialect, database.transactions),
            "this node",
            database.transactions,
            world.clock,
            LocalTime.of(4, 15),
            ZoneOffset.UTC));
  }

  private void night(DeleteOldRows job) {
    world.clock.advance(Duration.ofDays(1));
    job.runDue();
  }

  private Map<String, Integer> rows() {
    Map<String, Integer> counts = new TreeMap<>();
    for (String table :
        List.of(
            "PP_MESSAGE",
            "PP_OUTBOX",
            "PP_TOUCH_DECISION",
            "PP_CHECKOUT_ANSWER",
            "PP_CONSENT",
            "PP_SUPPRESSION",
            "PP_CONTACT",
            "PP_ENROLLMENT",
            "PP_STEP_EXECUTION",
            "PP_REWARD_CODE",
            "PP_SERIES_VERSION",
            "PP_TEMPLATE_VERSION",
            "PP_ORDER_LINE")) {
      counts.put(table, database.count(table));
    }
    return counts;
  }

  @Test
  void every_kind_of_token_works_after_everything_that_may_go_is_gone() {
    TokensOfAllKinds tokens = new TokensOfAllKinds(world.clock);
    List<String> links = new ArrayList<>();
    world.mails.taken.stream()
        .map(mail -> mail.unsubscribeUrl)
        .filter(url -> !url.isEmpty())
        .forEach(links::add);
    RewardCode code = database.rewardCodes().newestOf(world.onlyEnrollment().id).orElseThrow();
    DeleteOldRows job = job(true, 30);
    world.clock.advance(Duration.ofDays(31));
    Map<String, Integer> before = rows();
    night(job);

    assertThat(database.count("PP_MESSAGE")).isZero();
    assertThat(database.count("PP_TOUCH_DECISION")).isZero();
    assertThat(database.count("PP_CHECKOUT_ANSWER")).isZero();
    assertThat(database.jdbc.queryForList("select distinct HANDLER from PP_OUTBOX", String.class))
        .isSubsetOf("intake");
    before
        .keySet()
        .removeAll(List.of("PP_MESSAGE", "PP_OUTBOX", "PP_TOUCH_DECISION", "PP_CHECKOUT_ANSWER"));
    assertThat(rows()).as("nothing else is deleted").containsAllEntriesOf(before);
    assertThat(links).hasSize(4);
    links.forEach(this::unsubscribe);
    tokens.useEach();
    assertThat(database.rewardCodes().findByCodes(List.of(code.code))).hasSize(1);
  }

  private void unsubscribe(String link) {
    database.jdbc.update("delete from PP_SUPPRESSION");
    database.jdbc.update("delete from PP_CONSENT");
    String token =
        link.substring(link.indexOf(UnsubscribeLinks.PATH) + UnsubscribeLinks.PATH.length());
    UnsubscribeLinks.Reader reader =
        world.node.links.read(token, id -> Optional.empty()).orElseThrow();
    world.consents.unsubscribe(reader.address.key(), ConsentSource.ONE_CLICK, "", "");
    assertThat(world.consents.permission(ADA)).isEqualTo(ContactPermission.OPTED_OUT);
  }

  @Test
  void a_mail_whose_link_names_its_row_stays_as_long_as_the_link_lives() {
    String old = "See https://shop.example/post-purchase/unsubscribe/u.1z.uqkxeu.4PHran64NtudAk";
    long first =
        database.jdbc.queryForObject(
            "select min(MESSAGE_ID) from PP_MESSAGE where PURPOSE = 'MARKETING'", Long.class);
    database.jdbc.update("update PP_MESSAGE set TEXT_BODY = ? where MESSAGE_ID = ?", old, first);
    DeleteOldRows job = job(true, 30);
    world.clock.advance(Duration.ofDays(600));
    night(job);
    assertThat(database.jdbc.queryForList("select MESSAGE_ID from PP_MESSAGE", Long.class))
        .containsExactly(first);

    world.clock.advance(Duration.ofDays(200));
    night(job);
    assertThat(database.count("PP_MESSAGE")).isZero();
  }

  @Test
  void counting_deletes_nothing_and_tells_what_deleting_would() {
    world.clock.advance(Duration.ofDays(31));
    DeleteOldRows counting = job(false, 30);
    Map<String, Integer> before = rows();
    night(counting);

    assertThat(rows()).isEqualTo(before);
    assertThat(counting.count()).containsEntry(OldRows.Kind.MESSAGES, 5L);
    assertThat(counting.count()).containsEntry(OldRows.Kind.CHECKOUT_ANSWERS, 1L);
  }

  @Test
  void what_is_young_or_waits_for_a_person_or_a_step_stays() {
    night(job(true, 90));
    assertThat(database.count("PP_MESSAGE")).isEqualTo(5);

    database.jdbc.update("update PP_MESSAGE set STATE = 'UNCERTAIN'");
    database.jdbc.update("update PP_ENROLLMENT set STATE = 'ACTIVE'");
    world.clock.advance(Duration.ofDays(200));
    night(job(true, 90));
    assertThat(database.messages().count(MessageState.UNCERTAIN)).isEqualTo(5);
    assertThat(database.count("PP_TOUCH_DECISION")).isEqualTo(5);
  }

  @Test
  void what_a_setting_of_the_shop_looks_back_to_stays_and_is_asked_each_night() {
    world.clock.advance(Duration.ofDays(60));
    int[] days = {120};
    DeleteOldRows job = job(true, 30).keeping(OldRows.Kind.MESSAGES, () -> days[0]);
    night(job);
    assertThat(job.count()).containsEntry(OldRows.Kind.MESSAGES, 0L);
    assertThat(database.count("PP_MESSAGE")).isEqualTo(5);

    days[0] = 0;
    night(job);
    assertThat(database.count("PP_MESSAGE")).isZero();
  }

  @Test
  void nothing_is_deleted_unless_days_are_set_and_too_few_are_refused() {
    world.clock.advance(Duration.ofDays(999));
    Map<String, Integer> before = rows();
    night(job(true, 0));
    assertThat(rows()).isEqualTo(before);
    assertThatThrownBy(() -> job(true, 7))
        .hasMessageContaining("messages")
        .hasMessageContaining("30");
  }

  @Test
  void another_node_that_is_at_it_is_left_alone() {
    world.clock.advance(Duration.ofDays(99));
    DeleteOldRows job = job(true, 30);
    new JdbcLeases(database.jdbc, database.dialect, database.transactions)
        .hold("retention", "another node", 300);
    night(job);
    assertThat(database.count("PP_MESSAGE")).isEqualTo(5);
  }
}
