package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.messaging.MessageTemplate;
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
    assertThat(enrollments.ofContactInSeries("ada@example.com", 1)).hasSize(1);
    assertThat(enrollments.count(EnrollmentState.EXITED, "ada@example.com")).isEqualTo(1);
    assertThat(enrollments.count(EnrollmentState.ACTIVE, "")).isZero();
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
                          int runs = enrollments.ofContactInSeries(ADA.contact, 1).size();
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
