package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.ShopTemplates;
import org.postpurchase.testkit.Together;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class SeriesStoresContract {
  private static final Instant NOW = SettableClock.START;
  private static final Enrollment.Person ADA = new Enrollment.Person("ada@example.com", 7, 1);

  private CoreDatabase database;
  private EnrollmentStore enrollments;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
    enrollments = database.enrollments();
  }

  @BeforeEach
  void empty() {
    List.of("PP_ENROLLMENT", "PP_CONTACT", "PP_SERIES_VERSION", "PP_TEMPLATE_VERSION")
        .forEach(table -> database.jdbc.update("delete from " + table));
  }

  @Test
  void a_run_is_entered_once_and_ended_once() {
    long id = enrollments.enter("k", 1, 2, ADA, NOW).getAsLong();
    assertThat(enrollments.enter("k", 1, 2, ADA, NOW)).isEqualTo(OptionalLong.empty());

    assertThat(enrollments.end(id, EnrollmentState.EXITED, ReasonCode.OPTED_OUT, NOW)).isTrue();
    assertThat(enrollments.end(id, EnrollmentState.COMPLETED, null, NOW)).isFalse();

    Enrollment ended = enrollments.find(id).orElseThrow();
    assertThat(ended.state).isEqualTo(EnrollmentState.EXITED);
    assertThat(ended.reason).isEqualTo(ReasonCode.OPTED_OUT);
    assertThat(ended.endedAt).isEqualTo(NOW);
    assertThat(enrollments.activeOfContact("ada@example.com")).isEmpty();
    assertThat(enrollments.ofPersonInSeries("ada@example.com", 0, 1)).hasSize(1);
    assertThat(enrollments.count(EnrollmentState.EXITED, "ada@example.com")).isEqualTo(1);
    assertThat(enrollments.count(EnrollmentState.ACTIVE, "")).isZero();
  }

  @Test
  void runs_of_a_customer_are_found_whatever_the_mailbox_and_nobody_elses() {
    enrollments.enter("a", 1, 2, new Enrollment.Person("ada@example.com", 77, 5), NOW);
    enrollments.enter("b", 1, 2, new Enrollment.Person("eva@example.com", 77, 6), NOW);
    enrollments.enter("c", 3, 4, new Enrollment.Person("eva@example.com", 77, 6), NOW);
    enrollments.enter("d", 1, 2, new Enrollment.Person("ben@example.com", 0, 7), NOW);
    enrollments.enter("e", 1, 2, new Enrollment.Person("cat@example.com", 0, 8), NOW);

    assertThat(enrollments.ofPersonInSeries("new@example.com", 77, 1)).hasSize(2);
    assertThat(enrollments.ofPersonInSeries("ada@example.com", 77, 1)).hasSize(2);
    assertThat(enrollments.ofPersonInSeries("ben@example.com", 0, 1)).hasSize(1);
    assertThat(enrollments.ofCustomers(Set.of(77L, 78L))).containsOnlyKeys("a", "b", "c");
    assertThat(enrollments.ofCustomers(Set.of())).isEmpty();
  }

  /** Of two people with one order each: what is put off for every reason, until tomorrow. */
  private void putOff() {
    database.jdbc.update("delete from PP_STEP_EXECUTION");
    ExecutionStore executions = database.executions();
    for (int person = 1; person <= 2; person++) {
      Enrollment.Person who = new Enrollment.Person("p" + person + "@example.com", 7, person);
      long run = enrollments.enter("run:" + person, 10 + person, 2, who, NOW).getAsLong();
      for (ReasonCode reason : ReasonCode.values()) {
        executions.add(run, step(reason.name()), NOW.minusSeconds(9));
        StepExecution due = executions.find(run, reason.name()).get();
        executions.defer(due, NOW.plusSeconds(86_400), reason.name());
      }
      executions.add(run, step("LATER"), NOW.plusSeconds(60));
      StepExecution later = executions.find(run, "LATER").get();
      executions.defer(later, NOW.plusSeconds(60), ReasonCode.IN_SERVICE.name());
    }
  }

  private static Step step(String key) {
    return FirstPurchase.marketing(key, 1, Anchor.SUBMITTED, 0).build();
  }

  private List<String> dueAfter(EndedRest rest) {
    putOff();
    database.transactions.run(() -> database.executions().lookAtOnce(rest, NOW));
    return database.transactions.call(() -> database.executions().claim(NOW, 500)).stream()
        .map(e -> enrollments.find(e.enrollmentId).get().orderId + " " + e.reason)
        .sorted()
        .collect(Collectors.toList());
  }

  @Test
  void what_was_put_off_is_looked_at_when_that_for_which_it_was_has_ended() {
    assertThat(dueAfter(EndedRest.ofWishes("p1@example.com")))
        .containsExactly("1 AT_MOST_WEEKLY", "1 PAUSED_BY_PERSON");
    empty();
    assertThat(dueAfter(EndedRest.ofCase("p2@example.com"))).containsExactly("2 IN_SERVICE");
    empty();
    assertThat(dueAfter(EndedRest.ofWithdrawal(List.of(2L, 3L))))
        .containsExactly("2 WITHDRAWAL_DECLARED");
    empty();
    assertThat(dueAfter(EndedRest.ofPause(11))).containsExactly("1 SERIES_PAUSED");
    empty();
    assertThat(dueAfter(EndedRest.ofPace()))
        .containsExactly(
            "1 OVER_CONTACT_BUDGET", "1 QUIET_HOURS", "2 OVER_CONTACT_BUDGET", "2 QUIET_HOURS");
    empty();
    assertThat(dueAfter(EndedRest.ofAsking()))
        .containsExactly(
            "1 ASK_BUDGET", "1 TOO_EARLY_TO_ASK", "2 ASK_BUDGET", "2 TOO_EARLY_TO_ASK");
  }

  @Test
  void more_steps_than_one_statement_takes_are_looked_at() {
    database.jdbc.update("delete from PP_STEP_EXECUTION");
    long run = enrollments.enter("many", 1, 2, ADA, NOW).getAsLong();
    database.transactions.run(
        () -> {
          for (int i = 0; i < 2001; i++) {
            database.executions().add(run, step("s" + i), NOW.minusSeconds(9));
          }
          database.jdbc.update(
              "update PP_STEP_EXECUTION set REASON = 'SERIES_PAUSED', DUE_AT = ?",
              Utc.param(NOW.plusSeconds(60)));
          database.executions().lookAtOnce(EndedRest.ofPause(1), NOW);
        });
    assertThat(database.transactions.call(() -> database.executions().claim(NOW, 5000)))
        .hasSize(2001);
  }

  @Test
  void of_eight_threads_that_lock_the_person_one_at_a_time_decides() throws Exception {
    List<Boolean> entered =
        Together.run(
            8,
            i ->
                () ->
                    database.transactions.call(
                        () -> {
                          enrollments.lockContact(ADA.contact, NOW);
                          int runs = enrollments.ofPersonInSeries(ADA.contact, 0, 1).size();
                          return runs == 0
                              && enrollments.enter("run:" + i, 1, 2, ADA, NOW).isPresent();
                        }));
    assertThat(entered.stream().filter(e -> e).collect(Collectors.toList())).hasSize(1);
    assertThat(database.count("PP_ENROLLMENT")).isEqualTo(1);
  }

  @Test
  void versions_are_numbered_for_each_series_and_come_back_whole() {
    SeriesVersionStore versions = database.seriesVersions();
    SeriesDefinition series = FirstPurchase.series();
    SeriesVersion.Wording wording = new SeriesVersion.Wording("how-to", "de", 4);

    SeriesVersion one = versions.freeze(5, series, List.of(wording));
    SeriesVersion two = versions.freeze(5, series, List.of());
    SeriesVersion other = versions.freeze(6, series, List.of());

    assertThat(List.of(one.number, two.number, other.number)).containsExactly(1, 2, 1);
    SeriesVersion read = database.seriesVersions().find(one.id).orElseThrow();
    assertThat(read.definition).usingRecursiveComparison().isEqualTo(series);
    assertThat(read.wordings).usingRecursiveFieldByFieldElementComparator().containsOnly(wording);
    assertThat(versions.find(5, 2).orElseThrow().id).isEqualTo(two.id);
    assertThat(versions.find(5, 0)).isEmpty();
  }

  @Test
  void a_wording_is_kept_for_ever_as_it_was_first_kept() {
    var kept = database.templateVersions(new SettableClock());
    MessageTemplate first =
        new ShopTemplates().with("how-to", "First", "a").active("how-to").get(0);
    MessageTemplate same =
        new ShopTemplates().with("how-to", "Second", "b").active("how-to").get(0);

    kept.keep(first, "ann");
    kept.keep(same, "bob");

    assertThat(kept.find("how-to", "en", 1).orElseThrow().texts.subject).isEqualTo("First");
    assertThat(kept.find("how-to", "en", 2)).isEmpty();
    assertThat(kept.list("how-to", "en", 9))
        .singleElement()
        .satisfies(v -> assertThat(v.savedBy).isEqualTo("ann"));
  }
}
