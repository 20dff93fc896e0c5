package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ledger.EarnRequest;
import org.postpurchase.ledger.LotCause;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.Step;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.SeriesWorld;

/** Ledger, notices and series together, as an adapter wires them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpiryNoticesTest {
  /** The beginning of May in Berlin. */
  private static final Instant DAY = Instant.parse("2026-04-30T22:00:00Z");

  private final CoreDatabase database = Databases.hsqldb();
  private LoyaltyWorld loyalty;
  private SeriesWorld series;
  private NoticeExpiringPoints notices;

  /** What the adapter tells of points. */
  private final class Going extends KnownMembers {
    @Override
    protected Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
      return new ShowPointsGoing(
              loyalty, loyalty.views, database.expiringPoints(), database.transactions)
          .of(moment.customerId.getAsLong(), moment.day.get(), now)
          .map(
              going ->
                  MomentValues.none()
                      .number("points", going.points)
                      .text("worth", going.worth.map(w -> w.format(locale)).orElse("nothing")));
    }
  }

  @BeforeEach
  void open_the_shop() {
    loyalty = new LoyaltyWorld(database);
    Going members = new Going();
    members.with(1, "ada@example.com").with(2, "bob@example.com");
    series = new SeriesWorld(database, members).fresh();
    series.templates.with("points", "${moment.points} worth ${moment.worth}", "Use them");
    notices =
        new NoticeExpiringPoints(
            database.ledger(),
            database.expiringPoints(),
            new ReportExpiringPoints(series.engine.moments()),
            database.transactions,
            series.clock);
  }

  private void switchOn() {
    series.activate(
        1,
        SeriesWorld.series(
            PointsExpiringTrigger.KEY,
            ReEntry.EACH_ORDER,
            1,
            notice("first", 30),
            notice("last", 7)));
  }

  private static Step notice(String key, int days) {
    return new Step.Builder(key)
        .at(days == 30 ? 1 : 2, key)
        .delay(Anchor.DAY_AHEAD, days, 0)
        .validHours(72)
        .sends(Purpose.TRANSACTIONAL, "EMAIL", "points")
        .build();
  }

  private long gives(long customer, long points, String currency, Instant expiry) {
    return loyalty
        .engine
        .ledger()
        .earn(
            new EarnRequest(
                "main",
                Owners.ofCustomer(customer),
                "test:" + System.nanoTime(),
                points,
                LotCause.of("SPEND").from(100, currency, 0),
                series.clock.instant(),
                expiry,
                true))
        .accountId;
  }

  /** Both clocks go, a day at a time, with everything running. */
  private void until(String moment) {
    Instant end = Instant.parse(moment);
    while (series.clock.instant().isBefore(end)) {
      Instant next = series.clock.instant().plus(Duration.ofHours(6));
      series.clock.set(next.isBefore(end) ? next : end);
      loyalty.clock.set(series.clock.instant());
      loyalty.engine.sweep().runDue();
      notices.runDue();
      series.run();
    }
  }

  private List<String> verdicts() {
    return database.decisions().list(null, "", 50, 0).stream()
        .map(d -> d.stepKey + " " + d.verdict + " " + d.reason)
        .sorted()
        .collect(Collectors.toList());
  }

  @Test
  void two_notices_with_what_is_there_when_they_are_sent_and_then_the_points_expire() {
    switchOn();
    long account = gives(1, 1000, "EUR", DAY);
    gives(1, 40, "EUR", DAY);
    gives(1, 9999, "EUR", null);
    until("2026-03-31T21:00:00Z");
    assertThat(series.mails.taken).isEmpty();
    until("2026-04-02T00:00:00Z");
    assertThat(series.mails.subjects()).containsExactly("1,040 worth €10.40");

    loyalty
        .engine
        .ledger()
        .reserve(account, "hold", 700, 5, series.clock.instant().plus(Duration.ofDays(90)));
    loyalty.engine.ledger().capture("main", "hold");
    until("2026-05-20T00:00:00Z");
    assertThat(series.mails.subjects()).containsExactly("1,040 worth €10.40", "340 worth €3.40");
    assertThat(loyalty.views.balance(account, series.clock.instant()).usable).isEqualTo(9999);
    assertThat(database.count("PP_ENROLLMENT")).isEqualTo(1);
  }

  @Test
  void spent_or_taken_back_in_between_there_is_nothing_to_tell() {
    switchOn();
    long ada = gives(1, 1000, "EUR", DAY);
    long bob = gives(2, 1000, "EUR", DAY);
    until("2026-03-31T12:00:00Z");
    loyalty
        .engine
        .ledger()
        .reserve(ada, "all", 1000, 5, series.clock.instant().plus(Duration.ofDays(90)));
    loyalty
        .engine
        .ledger()
        .adjust(
            bob,
            new PostingRequest(
                org.postpurchase.ledger.Verb.ADJUST, "adjust", 0, "CORRECTION", "clara", ""),
            -1000,
            null);
    until("2026-05-02T00:00:00Z");
    assertThat(series.mails.taken).isEmpty();
    assertThat(verdicts())
        .containsExactly(
            "first SKIP POINTS_NOT_EXPIRING",
            "first SKIP POINTS_NOT_EXPIRING",
            "last SKIP POINTS_NOT_EXPIRING",
            "last SKIP POINTS_NOT_EXPIRING");
  }

  @Test
  void switched_on_twenty_days_before_there_is_one_notice_and_for_the_expired_none() {
    gives(1, 1000, "EUR", DAY);
    gives(2, 1000, "EUR", Instant.parse("2026-03-31T22:00:00Z"));
    until("2026-04-10T22:00:00Z");
    switchOn();
    until("2026-05-20T00:00:00Z");
    assertThat(series.mails.subjects()).containsExactly("1,000 worth €10.00");
    assertThat(verdicts()).containsExactly("first SKIP BEFORE_ACTIVATION", "last SEND DUE");
  }

  @Test
  void points_that_mature_after_the_first_notice_get_the_second() {
    switchOn();
    until("2026-04-12T00:00:00Z");
    gives(1, 300, "CHF", DAY);
    until("2026-05-20T00:00:00Z");
    assertThat(series.mails.subjects()).containsExactly("300 worth nothing");
    assertThat(verdicts()).containsExactly("first SKIP STALE", "last SEND DUE");
  }

  @Test
  void merged_accounts_have_one_notice_for_whoever_has_the_points_now() {
    switchOn();
    long ada = gives(1, 1000, "EUR", DAY);
    until("2026-04-03T00:00:00Z");
    long bob = loyalty.engine.ledger().open("main", Owners.ofCustomer(2));
    loyalty.engine.ledger().merge(ada, bob, "merge", "MERGED");
    until("2026-05-20T00:00:00Z");
    assertThat(series.mails.taken)
        .extracting(mail -> mail.recipient + " " + mail.content.subject)
        .containsExactly(
            "ada@example.com 1,000 worth €10.00",
            "bob@example.com 1,000 worth €10.00",
            "bob@example.com 1,000 worth €10.00");
  }

  @Test
  void while_the_programme_is_off_nobody_is_told_to_use_points() {
    switchOn();
    gives(1, 1000, "EUR", DAY);
    loyalty.active = false;
    until("2026-04-10T00:00:00Z");
    loyalty.active = true;
    until("2026-05-02T00:00:00Z");
    assertThat(verdicts()).containsExactly("first SKIP POINTS_NOT_EXPIRING", "last SEND DUE");
  }

  @Test
  void a_frozen_account_is_not_told_what_cannot_happen() {
    switchOn();
    long account = gives(1, 1000, "EUR", DAY);
    loyalty.engine.ledger().freeze(account);
    until("2026-04-03T00:00:00Z");
    assertThat(verdicts()).containsExactly("first SKIP POINTS_NOT_EXPIRING");
    loyalty.engine.ledger().unfreeze(account);
    until("2026-05-02T00:00:00Z");
    assertThat(series.mails.taken).hasSize(1);
  }
}
