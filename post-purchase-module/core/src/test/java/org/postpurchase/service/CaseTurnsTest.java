package org.postpurchase.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.SettableClock;

/** Two things that happen to a case at almost the same time, and settings changed in between. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseTurnsTest {
  private static final String ADA = "ada@example.com";

  private final SettableClock clock = new SettableClock();
  private final List<String> eased = new ArrayList<>();
  private final List<Moment> told = new ArrayList<>();
  private CaseStore store;
  private ServiceSettingsStore settings;
  private Cases cases;
  private TimeOutCases timer;

  @BeforeEach
  void begin() {
    CoreDatabase database = Databases.hsqldb();
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
            new Cases.Told(
                (c, s) -> {}, Told::new, new TellClosedCases(CaseHook.NONE, store, eased::add)),
            () -> ZoneId.of("Europe/Berlin"),
            database.transactions,
            clock);
    timer =
        new TimeOutCases(
            store,
            cases,
            settings,
            database.transactions,
            WorkFailures.inMemory(database.transactions, clock),
            clock);
    save(ServiceSettings.usual().but().active(true, clock.instant()));
  }

  private void save(ServiceSettings.Builder next) {
    assertThat(settings.save(next.edition(settings.read().edition + 1).build())).isTrue();
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

  private ServiceCase open(String cause) {
    return cases
        .open(
            NewCase.of(CaseKind.COMPLAINT, cause, EmailAddress.of("Ada@Example.com"))
                .customer(7, "Ada")
                .order(1)
                .about("Tea")
                .words("Cold")
                .build())
        .get();
  }

  private ServiceCase now(ServiceCase one) {
    return store.find(one.id).get();
  }

  /** ticketz 125, osTicket 1529: the timer and the customer's answer met. */
  @Test
  void an_answer_that_comes_while_the_timer_is_at_it_keeps_the_case_open() {
    ServiceCase one = open("a");
    cases.answered(one.id, 0, "Which one?", true, "eve");
    clock.advance(Duration.ofDays(15));
    ServiceCase seenByTheTimer = now(one);
    cases.customerWrote(one.id, "The red one");

    assertThat(cases.timeOut(seenByTheTimer)).isEqualTo(Cases.Outcome.CHANGED_MEANWHILE);
    assertThat(now(one).state).isEqualTo(CaseState.OPEN);
    assertThat(timer.runDue()).isZero();
    assertThat(eased).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void of_two_who_close_with_different_answers_the_first_ones_holds() {
    ServiceCase one = open("b");
    assertThat(cases.close(one.id, 0, false, "No more mails", "eve")).isEqualTo(Cases.Outcome.DONE);
    assertThat(cases.close(one.id, 0, true, "", "kim")).isEqualTo(Cases.Outcome.CHANGED_MEANWHILE);

    assertThat(now(one).advertising).isEqualTo(Advertising.STOPPED);
    assertThat(store.inService(List.of(ADA))).containsExactly(ADA);
    assertThat(told).as("nobody is asked how it went").isEmpty();
  }

  @Test
  void patience_that_is_shortened_holds_for_those_who_wait_already() {
    ServiceCase one = open("c");
    cases.answered(one.id, 0, "?", true, "eve");
    clock.advance(Duration.ofDays(4));
    assertThat(timer.runDue()).isZero();
    save(settings.read().but().timeoutDays(3));

    assertThat(timer.nextDueAt()).get().satisfies(due -> assertThat(due).isBefore(clock.instant()));
    assertThat(timer.runDue()).isEqualTo(1);
    assertThat(eased).containsExactly(ADA);
  }

  /** Cases that are open when cases are switched off can be closed, and let advertising go. */
  @Test
  void switching_cases_off_opens_no_new_ones_and_the_open_ones_still_end() {
    ServiceCase waits = open("d");
    cases.answered(waits.id, 0, "?", true, "eve");
    ServiceCase open = open("e");
    save(settings.read().but().active(false, null));
    assertThat(cases.open(NewCase.of(CaseKind.COMPLAINT, "f", EmailAddress.of(ADA)).build()))
        .isEmpty();
    clock.advance(Duration.ofDays(15));

    assertThat(timer.runDue()).isEqualTo(1);
    assertThat(cases.close(open.id, 0, true, "", "eve")).isEqualTo(Cases.Outcome.DONE);
    assertThat(store.inService(List.of(ADA))).isEmpty();
  }

  /** formbricks 3079, ONS eq-survey-runner 511: nought was taken for no answer. */
  @Test
  void a_score_of_nought_is_the_worst_one_and_no_missing_one() {
    OpenCasesOnMoments door = new OpenCasesOnMoments(new Told(), () -> cases, settings);
    Moment nought =
        Moment.of("SCORE_GIVEN", EmailAddress.of(ADA))
            .values(MomentValues.none().number("score", 0).number("scoreMost", 10))
            .happened("survey:1", clock.instant());
    Moment none =
        Moment.of("SCORE_GIVEN", EmailAddress.of(ADA))
            .values(MomentValues.none().text("comment", "No number"))
            .happened("survey:2", clock.instant());
    door.report(List.of(nought, none));

    assertThat(store.ofCause("survey:1").get().cause.subject).isEqualTo("0/10");
    assertThat(store.ofCause("survey:2")).isEmpty();
  }
}
