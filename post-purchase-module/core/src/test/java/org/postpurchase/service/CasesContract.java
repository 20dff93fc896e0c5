package org.postpurchase.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Moments;
import org.postpurchase.service.jdbc.ServiceJdbcModule;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.testkit.Committed;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.KnownOrders;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkRefusedException;
import org.postpurchase.tracking.LinkSigner;

/** Cases from their causes to their end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class CasesContract {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String ADA = "ada@example.com";
  private static final MomentValues LATE = MomentValues.none().text("comment", "Came late.");

  private final SettableClock clock = new SettableClock();
  private final KnownOrders orders = new KnownOrders();
  private final List<Moment> told = new Committed<>();
  private final List<Long> alerted = new Committed<>();
  private CoreDatabase database;
  private CaseStore store;
  private ServiceSettingsStore settings;
  private Cases cases;
  private ReportProblem report;
  private TimeOutCases timeOut;

  abstract CoreDatabase shared();

  @BeforeEach
  void empty() {
    database = shared();
    for (String table :
        List.of("PP_CASE_EVENT", "PP_CASE_PAUSE", "PP_CASE", "PP_SERVICE_SETTINGS")) {
      database.jdbc.update("delete from " + table);
    }
    store = ServiceJdbcModule.cases(database.jdbc, database.inserts);
    settings = ServiceJdbcModule.settings(database.jdbc, database.inserts);
    cases =
        new Cases(
            store,
            settings,
            new Cases.Told((c, s) -> alerted.add(c.id), Told::new),
            () -> BERLIN,
            database.transactions,
            clock);
    report = new ReportProblem(cases, store, settings, orders, database.transactions);
    WorkFailures failures = WorkFailures.inMemory(database.transactions, clock);
    timeOut = new TimeOutCases(store, cases, settings, database.transactions, failures, clock);
    save(ServiceSettings.usual().but().active(true, clock.instant()));
  }

  private void save(ServiceSettings.Builder next) {
    int edition = settings.read().edition;
    assertThat(settings.save(next.edition(edition + 1).build())).isTrue();
  }

  private final class Told implements Moments {
    @Override
    public int report(Collection<Moment> moments) {
      told.addAll(moments);
      return 0;
    }

    @Override
    public Optional<Audience> audience(String trigger) {
      return Optional.empty();
    }
  }

  private static NewCase cause(String key) {
    return NewCase.of(CaseKind.REVIEW, key, EmailAddress.of("Ada@example.com"))
        .customer(7, "Ada")
        .order(1)
        .about("Tea")
        .words("Cold")
        .build();
  }

  private ServiceCase open(String key) {
    return cases.open(cause(key)).get();
  }

  private ServiceCase now(ServiceCase one) {
    return store.find(one.id).get();
  }

  @Test
  void twenty_who_open_one_cause_at_once_get_one_case_and_one_alert() throws Exception {
    List<Long> ids = Together.run(20, i -> () -> open("review:1").id);
    assertThat(ids).containsOnly(ids.get(0));
    assertThat(store.countUpTo(99, null, "")).isEqualTo(1);
    assertThat(alerted).containsExactly(ids.get(0));
    assertThat(store.eventsOf(ids.get(0))).hasSize(1);
  }

  @Test
  void v10_both_clocks_run_in_working_hours_and_a_pause_stops_the_second() {
    clock.set(Instant.parse("2026-11-27T15:30:00Z")); // a Friday, half past four in Berlin
    ServiceCase one = open("review:2");
    assertThat(one.times.firstDueAt).isEqualTo(Instant.parse("2026-11-30T15:30:00Z"));
    assertThat(one.times.dueAt).isEqualTo(Instant.parse("2026-12-04T15:30:00Z"));
    clock.set(Instant.parse("2026-11-30T16:00:00Z"));
    assertThat(one.isFirstLate(clock.instant())).isTrue();

    clock.set(Instant.parse("2026-12-01T08:00:00Z"));
    assertThat(cases.note(one.id, 0, "Looked at it", "eve")).isEqualTo(Cases.Outcome.DONE);
    assertThat(now(one).times.firstAt).as("a note is no answer").isNull();
    assertThat(cases.answered(one.id, 1, "Which one?", true, "eve")).isEqualTo(Cases.Outcome.DONE);
    ServiceCase waits = now(one);
    assertThat(waits.state).isEqualTo(CaseState.WAITING);
    assertThat(waits.times.firstAt).isEqualTo(clock.instant());

    clock.advance(Duration.ofDays(2));
    cases.assign(one.id, 2, "eve", "eve");
    assertThat(cases.customerWrote(one.id, "The red one")).isEqualTo(Cases.Outcome.DONE);
    ServiceCase again = now(one);
    assertThat(again.state).isEqualTo(CaseState.OPEN);
    assertThat(again.assignee).isEqualTo("eve");
    assertThat(again.times.dueAt)
        .as("two working days later")
        .isEqualTo(Instant.parse("2026-12-08T15:30:00Z"));
    assertThat(again.times.firstAt).isEqualTo(waits.times.firstAt);
    assertThat(store.pausesOf(one.id)).hasSize(1);
  }

  @Test
  void advertising_rests_until_somebody_closes_the_case_and_lets_it_go_on() {
    ServiceCase one = open("review:3");
    assertThat(store.inService(List.of(ADA, "bo@example.com"))).containsExactly(ADA);
    cases.close(one.id, 0, false, "Settled", "eve");
    assertThat(store.inService(List.of(ADA))).containsExactly(ADA);
    assertThat(told).as("whoever gets no advertising is not asked either").isEmpty();
    assertThat(cases.resume(one.id, 1, "eve")).isEqualTo(Cases.Outcome.DONE);
    assertThat(store.inService(List.of(ADA))).isEmpty();
    ServiceCase two = open("review:4");
    cases.close(two.id, 0, true, "", "eve");
    assertThat(store.inService(List.of(ADA))).isEmpty();
    assertThat(told).extracting(m -> m.trigger).containsExactly(CaseClosedTrigger.KEY);
    assertThat(cases.close(two.id, 1, true, "", "eve")).isEqualTo(Cases.Outcome.NOTHING_TO_DO);
  }

  @Test
  void v9_a_case_closed_by_time_asks_nobody_how_it_was() {
    ServiceCase one = open("review:5");
    cases.answered(one.id, 0, "?", true, "eve");
    assertThat(timeOut.nextDueAt()).isPresent();
    assertThat(timeOut.runDue()).isZero();
    clock.advance(Duration.ofDays(15));
    assertThat(timeOut.runDue()).isEqualTo(1);
    ServiceCase closed = now(one);
    assertThat(closed.state).isEqualTo(CaseState.CLOSED);
    assertThat(closed.closedBy).isEqualTo("TIMEOUT");
    assertThat(told).isEmpty();
    assertThat(timeOut.runDue()).isZero();
    assertThat(timeOut.nextDueAt()).isEmpty();
  }

  @Test
  void v9_only_words_of_the_customer_open_a_case_again() {
    ServiceCase one = open("review:6");
    cases.close(one.id, 0, true, "", "eve");
    assertThat(cases.note(one.id, 1, "Sent a card", "eve")).isEqualTo(Cases.Outcome.DONE);
    assertThat(cases.answered(one.id, 2, "Sent", true, "eve"))
        .isEqualTo(Cases.Outcome.NOTHING_TO_DO);
    assertThat(open("review:6").state).as("reported again").isEqualTo(CaseState.CLOSED);
    assertThat(now(one).state).isEqualTo(CaseState.CLOSED);
    clock.advance(Duration.ofDays(3));
    cases.customerWrote(one.id, "Broken again");
    assertThat(now(one).state).isEqualTo(CaseState.OPEN);
    assertThat(now(one).times.openedAt).isEqualTo(clock.instant());
    assertThat(store.inService(List.of(ADA))).containsExactly(ADA);
  }

  @Test
  void of_two_who_work_on_one_case_the_second_is_told() throws Exception {
    ServiceCase one = open("review:7");
    List<Cases.Outcome> outcomes =
        Together.run(8, i -> () -> cases.assign(one.id, 0, "eve" + i, "eve" + i));
    assertThat(outcomes).containsOnlyOnce(Cases.Outcome.DONE);
    assertThat(now(one).edition).isEqualTo(1);
  }

  @Test
  void bad_reviews_and_low_scores_open_cases_and_good_ones_do_not() {
    OpenCasesOnMoments door = new OpenCasesOnMoments(new Told(), () -> cases, settings);
    door.report(List.of(review(1, 3), review(2, 2), score(3, 6, 10), score(4, 7, 10)));
    door.report(List.of(score(5, 3, 5), score(6, 2, 5), review(2, 2)));
    assertThat(store.page(null, "", ListPage.newest(10)).rows)
        .extracting(c -> c.cause.causeKey)
        .containsExactlyInAnyOrder("review:2", "survey:3", "survey:6");
    long low = store.ofCause("survey:6").orElseThrow().id;
    assertThat(store.eventsOf(low).get(0).note).isEqualTo("Came late.");
    assertThat(told).as("series hear of all").hasSize(7);
    save(settings.read().but().active(false, null));
    door.report(List.of(review(9, 1)));
    assertThat(store.ofCause("review:9")).isEmpty();
  }

  private static Moment review(int id, int stars) {
    return Moment.of("REVIEW_LEFT", EmailAddress.of(ADA))
        .values(MomentValues.none().text("product", "Tea").number("stars", stars))
        .happened("review:" + id, Instant.EPOCH);
  }

  private static Moment score(int id, int score, int most) {
    return Moment.of("SCORE_GIVEN", EmailAddress.of(ADA))
        .values(LATE.number("score", score).number("scoreMost", most))
        .happened("survey:" + id, Instant.EPOCH);
  }

  @Test
  void a_reported_problem_is_one_case_for_each_line_and_kind() {
    orders.with(OrderFixture.order(31).email(ADA).line(310, 1, "Tea").line(311, 1, "Pot"));
    assertThat(report.report(31, "DAMAGED", 310, "Open")).isEqualTo(ReportProblem.Outcome.SAVED);
    assertThat(report.report(31, "DAMAGED", 310, "Open")).isEqualTo(ReportProblem.Outcome.REPEATED);
    assertThat(report.report(31, "DAMAGED", 311, "Cracked")).isEqualTo(ReportProblem.Outcome.SAVED);
    assertThat(report.report(31, "LATE", 310, "")).isEqualTo(ReportProblem.Outcome.SAVED);
    assertThat(store.countUpTo(99, CaseState.OPEN, "")).isEqualTo(3);
    assertThat(report.report(31, "DAMAGED", 310, "Two days later"))
        .isEqualTo(ReportProblem.Outcome.SAVED);
    assertThat(store.countUpTo(99, CaseState.OPEN, "")).isEqualTo(3);
    ServiceCase tea = store.ofCause("order:31:DAMAGED:310").get();
    assertThat(store.eventsOf(tea.id))
        .extracting(e -> e.note)
        .containsExactly("Open", "Two days later");
    assertThat(tea.cause.subject).isEqualTo("Tea");
  }

  @Test
  void bad_input_is_refused_with_nothing_stored() {
    orders.with(OrderFixture.order(32).email(ADA).line(320, 1, "Tea"));
    assertThat(report.report(32, "", 320, "x")).isEqualTo(ReportProblem.Outcome.NOTHING_CHOSEN);
    assertThat(report.report(32, "REVIEW", 320, "x"))
        .isEqualTo(ReportProblem.Outcome.NOTHING_CHOSEN);
    assertThat(report.report(32, "COMPLAINT", 0, " \u200b "))
        .isEqualTo(ReportProblem.Outcome.NO_WORDS);
    assertThat(report.report(32, "COMPLAINT", 0, "x".repeat(10_000)))
        .isEqualTo(ReportProblem.Outcome.WORDS_TOO_LONG);
    assertThat(report.report(33, "LATE", 0, "x")).isEqualTo(ReportProblem.Outcome.CLOSED);
    assertThat(store.countUpTo(99, null, "")).isZero();
    assertThat(report.report(32, "MISSING", 999, "<script>\u202Eمرحبا</script>"))
        .as("a line of another order is none")
        .isEqualTo(ReportProblem.Outcome.SAVED);
    ServiceCase saved = store.page(null, "", ListPage.newest(1)).rows.get(0);
    assertThat(saved.cause.lineId).isZero();
    assertThat(store.eventsOf(saved.id).get(0).note).isEqualTo("<script>مرحبا</script>");
    save(settings.read().but().active(false, null));
    assertThat(report.open(32)).isEmpty();
  }

  @Test
  void only_a_signed_link_of_this_purpose_opens_the_form() {
    LinkSigner signer = new LinkSigner(new byte[32], clock);
    CaseLinks links =
        new CaseLinks(
            () -> new Shop("Shop", "https://shop.example", "", Locale.ENGLISH, BERLIN), signer);
    String token = links.path(5).substring(CaseLinks.PATH.length());
    assertThat(links.read(token)).isEqualTo(5);
    assertThatThrownBy(() -> links.read(signer.token(LinkPurpose.REVIEW, 5)))
        .isInstanceOf(LinkRefusedException.class);
    assertThatThrownBy(() -> links.read(token.replace("c.5", "c.6")))
        .isInstanceOf(LinkRefusedException.class);
    clock.advance(Duration.ofDays(182));
    assertThatThrownBy(() -> links.read(token)).isInstanceOf(LinkRefusedException.class);
  }

  @Test
  void settings_of_two_who_save_at_once_are_those_of_the_first() {
    ServiceSettings before = settings.read();
    assertThat(settings.save(before.but().edition(before.edition + 1).build())).isTrue();
    assertThat(settings.save(before.but().edition(before.edition + 1).build())).isFalse();
    assertThat(settings.read().hours.calendar(BERLIN)).isNotNull();
  }
}
