package org.postpurchase.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.consent.jdbc.ConsentJdbcModule;
import org.postpurchase.reward.Redeemer;
import org.postpurchase.reward.RewardGrant;
import org.postpurchase.series.Enrollment;
import org.postpurchase.series.ReasonCode;
import org.postpurchase.series.TouchDecision;
import org.postpurchase.series.Verdict;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;

/** Rows as an older version wrote them: under the address as typed, in lower case. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class BringingRowsToKeysContract {
  private static final String TYPED = "karl@b\u00fccher.example";
  private static final String DECOMPOSED = "karl@bu\u0308cher.example";
  private static final String KEY = "karl@xn--bcher-kva.example";
  private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");
  private static final List<String> TABLES =
      List.of(
          "PP_CONSENT",
          "PP_SUPPRESSION",
          "PP_CONTACT",
          "PP_ENROLLMENT",
          "PP_TOUCH_DECISION",
          "PP_REWARD_CODE",
          "PP_TASK_PROGRESS");

  private CoreDatabase database;
  private SettableClock clock;
  private Consents consents;
  private long number;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
  }

  @BeforeEach
  void empty() {
    TABLES.forEach(table -> database.jdbc.update("delete from " + table));
    clock = new SettableClock();
    consents = new Consents(database.consents(), database.transactions, clock);
  }

  private Map<String, Integer> bring() {
    return ConsentJdbcModule.mailboxKeys(
            database.jdbc, database.inserts, database.transactions, clock)
        .bring();
  }

  private void oldSuppression(
      String contact, String scope, String reason, Instant since, Instant lifted) {
    database.jdbc.update(
        "insert into PP_SUPPRESSION (CONTACT, CHANNEL, SCOPE, REASON, SUPPRESSED_AT, LIFTED_AT)"
            + " values (?, 'EMAIL', ?, ?, ?, ?)",
        contact,
        scope,
        reason,
        Utc.param(since),
        Utc.param(lifted));
  }

  private void oldConsent(String contact, String decision, Instant at) {
    database.jdbc.update(
        "insert into PP_CONSENT (CONSENT_KEY, CONTACT, PURPOSE, CHANNEL, DECISION, BASIS, SOURCE,"
            + " RECORDED_AT) values (?, ?, 'MARKETING', 'EMAIL', ?, 'CONSENT', 'CHECKOUT', ?)",
        "old:" + number++,
        contact,
        decision,
        Utc.param(at));
  }

  private void oldRun(String contact, String key, String state) {
    database.jdbc.update(
        "insert into PP_ENROLLMENT (ENROLLMENT_KEY, SERIES_ID, SERIES_VERSION_ID, CONTACT,"
            + " CUSTOMER_ID, ORDER_ID, STATE, ENTERED_AT) values (?, 7, 1, ?, 1, ?, ?, ?)",
        key,
        contact,
        ++number,
        state,
        Utc.param(T0));
  }

  private void oldContact(String contact, Instant since) {
    database.jdbc.update(
        "insert into PP_CONTACT (CONTACT, KNOWN_SINCE) values (?, ?)", contact, Utc.param(since));
  }

  @Test
  void a_suppression_of_another_spelling_holds_for_the_mailbox() {
    oldSuppression(TYPED, "ALL", "asked us by phone", T0, null);
    assertThat(consents.isSilenced(KEY)).as("before").isFalse();

    assertThat(bring()).containsEntry("PP_SUPPRESSION", 1);

    assertThat(consents.isSilenced(KEY)).isTrue();
    assertThat(consents.isSilenced(TYPED)).isTrue();
    assertThat(consents.isSilenced(" KARL@B\u00dcCHER.example.")).isTrue();
  }

  @Test
  void of_two_suppressions_the_stricter_one_wins() {
    oldSuppression(KEY, "MARKETING", "ONE_CLICK", T0, T0.plusSeconds(9));
    oldSuppression(TYPED, "MARKETING", "ONE_CLICK", T0.plusSeconds(5), null);
    oldSuppression(DECOMPOSED, "MARKETING", "asked us by phone", T0.plusSeconds(7), null);

    bring();

    List<Suppression> left = database.consents().listSuppressions("", 9, 0);
    assertThat(left).hasSize(1);
    assertThat(left.get(0).contact).isEqualTo(KEY);
    assertThat(left.get(0).holds()).isTrue();
    assertThat(left.get(0).reason).isEqualTo("asked us by phone");
    assertThat(left.get(0).since).isEqualTo(T0.plusSeconds(5));
  }

  @Test
  void the_last_answer_under_any_spelling_counts_and_none_is_lost() {
    oldConsent(KEY, "GRANTED", T0);
    oldConsent(TYPED, "WITHDRAWN", T0.plusSeconds(60));

    assertThat(bring()).containsEntry("PP_CONSENT", 1);

    assertThat(consents.permission(KEY)).isEqualTo(ContactPermission.OPTED_OUT);
    assertThat(database.consents().count(TYPED)).isEqualTo(2);
  }

  @Test
  void runs_of_a_series_count_for_the_mailbox_and_keep_keys_of_their_own() {
    oldRun(KEY, "series:7:" + KEY + ":run:1", "COMPLETED");
    oldRun(TYPED, "series:7:" + TYPED + ":run:1", "ACTIVE");
    oldRun(DECOMPOSED, "series:7:" + DECOMPOSED + ":order:3:SHIPPED", "ACTIVE");
    oldContact(TYPED, T0);
    oldContact(KEY, T0.plusSeconds(99));

    bring();

    assertThat(database.enrollments().ofPersonInSeries(TYPED, 0, 7)).hasSize(3);
    assertThat(database.enrollments().activeOfContact(KEY)).hasSize(2);
    assertThat(database.enrollments().isEntered("series:7:" + KEY + ":order:3:SHIPPED")).isTrue();
    assertThat(database.count("PP_CONTACT")).isEqualTo(1);
    assertThat(
            database.jdbc.query(
                "select KNOWN_SINCE from PP_CONTACT", (row, n) -> Utc.instant(row, "KNOWN_SINCE")))
        .containsExactly(T0);
  }

  @Test
  void codes_and_verdicts_are_found_by_every_spelling() {
    database
        .rewardCodes()
        .add(
            new RewardGrant("g1", 1, KEY, 0, 0, ""),
            "WELCOME1",
            "x",
            T0,
            T0.plus(Duration.ofDays(9)));
    database.decisions().store(verdict("d1", KEY));
    database.jdbc.update("update PP_REWARD_CODE set CONTACT = ?", DECOMPOSED);
    database.jdbc.update("update PP_TOUCH_DECISION set CONTACT = ?", TYPED);

    bring();

    assertThat(database.jdbc.queryForList("select CONTACT from PP_REWARD_CODE", String.class))
        .containsExactly(KEY);
    assertThat(database.decisions().count(null, "Karl@B\u00fccher.Example")).isEqualTo(1);
  }

  @Test
  void doing_it_again_changes_nothing_and_what_came_later_is_found_too() {
    oldSuppression(TYPED, "ALL", "x", T0, null);
    bring();
    assertThat(bring().values()).containsOnly(0);

    oldConsent(TYPED, "GRANTED", T0); // by a node that has not been replaced yet
    assertThat(bring()).containsEntry("PP_CONSENT", 1).containsEntry("PP_SUPPRESSION", 0);
  }

  @Test
  void it_goes_on_where_a_killed_run_stopped() {
    for (int i = 0; i < 30; i++) {
      oldConsent("u" + i + "@b\u00fccher.example", "GRANTED", T0);
    }
    long half =
        database.jdbc.queryForObject("select min(CONSENT_ID) + 14 from PP_CONSENT", Long.class);
    database.jdbc.update(
        "update PP_CONSENT set CONTACT = 'done@example.com' where CONSENT_ID <= ?", half);

    assertThat(bring()).containsEntry("PP_CONSENT", 15);
    assertThat(
            database.jdbc.queryForObject(
                "select REACHED_ID from PP_TASK_PROGRESS where TASK = 'mailbox keys of PP_CONSENT'",
                Long.class))
        .isEqualTo(
            database.jdbc.queryForObject("select max(CONSENT_ID) from PP_CONSENT", Long.class));
  }

  @Test
  void two_nodes_that_start_at_once_end_alike() throws Exception {
    for (int i = 0; i < 20; i++) {
      oldSuppression("u" + i + "@b\u00fccher.example", "ALL", "x", T0, null);
      oldSuppression("u" + i + "@xn--bcher-kva.example", "ALL", "y", T0, null);
      oldContact("u" + i + "@b\u00fccher.example", T0);
    }

    Together.run(2, i -> this::bring);

    assertThat(database.count("PP_SUPPRESSION")).isEqualTo(20);
    assertThat(database.count("PP_CONTACT")).isEqualTo(20);
    assertThat(bring().values()).containsOnly(0);
  }

  @Test
  void whatever_spelling_a_store_is_given_it_finds_what_was_kept_under_another() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      String local = "u" + random.nextInt(1_000_000) + i;
      String one = spelling(local, random);
      String other = spelling(local, random);
      String as = one + " / " + other + ", seed " + seed;
      database.consents().suppress(one, Suppression.Scope.ALL, "x", T0);
      consents.unsubscribe(one, ConsentSource.ONE_CLICK, "", "");
      database.enrollments().lockContact(one, T0);
      OptionalLong run =
          database.enrollments().enter("k" + i + seed, 9, 1, new Enrollment.Person(one, 1, 1), T0);
      database.decisions().store(verdict("v" + i + seed, one));

      assertThat(consents.isSilenced(other)).as(as).isTrue();
      assertThat(database.consents().count(other)).as(as).isEqualTo(1);
      assertThat(database.consents().countSuppressions(other)).as(as).isEqualTo(2);
      assertThat(database.enrollments().activeOfContact(other)).as(as).hasSize(1);
      assertThat(database.enrollments().ofPersonInSeries(other, 0, 9)).as(as).hasSize(1);
      assertThat(database.enrollments().find(run.getAsLong()).orElseThrow().contact)
          .isEqualTo(EmailAddress.keyOf(other));
      assertThat(database.decisions().count(null, other)).as(as).isEqualTo(1);
      assertThat(new Redeemer(1, other, 0).contact)
          .isEqualTo(new RewardGrant("g", 1, one, 0, 0, "").contact);
    }
    assertThat(bring().values()).as("nothing was kept under another spelling").containsOnly(0);
  }

  private static String spelling(String local, Random random) {
    String[] domains = {
      "b\u00fccher.example", "bu\u0308cher.example", "xn--bcher-kva.example", "B\u00dcCHER.EXAMPLE."
    };
    String name = random.nextBoolean() ? local : local.toUpperCase(java.util.Locale.ROOT);
    String blank = random.nextBoolean() ? "" : "\u00a0";
    return blank + name + "@" + domains[random.nextInt(domains.length)] + blank;
  }

  private static TouchDecision verdict(String key, String contact) {
    return new TouchDecision(
        key,
        "series",
        1,
        Verdict.SKIP,
        ReasonCode.NO_CONSENT,
        T0,
        OptionalLong.empty(),
        new TouchDecision.Place(0, "", contact),
        "");
  }
}
