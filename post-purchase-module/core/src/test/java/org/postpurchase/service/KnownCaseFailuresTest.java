package org.postpurchase.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.SettableClock;

/** What failed in help desks of others. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownCaseFailuresTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private final SettableClock clock = new SettableClock();
  private final List<String> toSeries = new ArrayList<>();
  private CaseStore store;
  private Cases cases;
  private OpenCasesOnMoments door;

  @BeforeEach
  void begin() {
    CoreDatabase database = Databases.hsqldb();
    for (String table :
        List.of("PP_CASE_EVENT", "PP_CASE_PAUSE", "PP_CASE", "PP_SERVICE_SETTINGS")) {
      database.jdbc.update("delete from " + table);
    }
    store = ServiceJdbcModule.cases(database.jdbc, database.inserts);
    ServiceSettingsStore settings = ServiceJdbcModule.settings(database.jdbc, database.inserts);
    cases =
        new Cases(
            store,
            settings,
            new Cases.Told((c, s) -> {}, Series::new),
            () -> BERLIN,
            database.transactions,
            clock);
    door = new OpenCasesOnMoments(new Series(), () -> cases, settings);
    ServiceSettings usual = settings.read();
    settings.save(
        ServiceSettings.usual()
            .but()
            .active(true, clock.instant())
            .edition(usual.edition + 1)
            .build());
  }

  private final class Series implements Moments {
    @Override
    public int report(Collection<Moment> moments) {
      moments.forEach(m -> toSeries.add(m.trigger));
      return moments.size();
    }

    @Override
    public Optional<Audience> audience(String trigger) {
      return Optional.empty();
    }
  }

  private ServiceCase opened() {
    return cases
        .open(
            NewCase.of(CaseKind.OTHER, "test:1", EmailAddress.of("ada@example.com"))
                .about("Tea")
                .build())
        .get();
  }

  private ServiceCase now(ServiceCase one) {
    return store.find(one.id).get();
  }

  /** frappe helpdesk 3776: a case on hold for months, then closed, was reported as months late. */
  @Test
  void what_a_case_waited_does_not_count_either_when_it_is_closed_while_it_waits() {
    clock.set(Instant.parse("2026-11-30T09:00:00Z")); // a Monday
    ServiceCase one = opened();
    assertThat(one.times.dueAt).isEqualTo(Instant.parse("2026-12-07T09:00:00Z"));
    clock.set(Instant.parse("2026-12-01T09:00:00Z"));
    cases.answered(one.id, 0, "Which one?", true, "eve");
    clock.advance(Duration.ofDays(70));
    cases.close(one.id, 1, true, "Gave it up", "eve");
    ServiceCase closed = now(one);
    assertThat(closed.times.closedAt).isEqualTo(Instant.parse("2027-02-09T09:00:00Z"));
    assertThat(closed.times.dueAt)
        .as("four working days were left")
        .isEqualTo(Instant.parse("2027-02-15T09:00:00Z"));
  }

  /** fivetran dbt_zendesk 25: working hours by today's offset moved with daylight saving. */
  @Test
  void opening_hours_are_those_of_the_wall_clock_on_each_day() {
    clock.set(Instant.parse("2026-10-23T13:00:00Z")); // the Friday before clocks go back
    ServiceCase one = opened();
    assertThat(one.times.firstDueAt)
        .as("two hours of Friday and six of Monday, which is in winter time")
        .isEqualTo(Instant.parse("2026-10-26T14:00:00Z"));
  }

  /** mozilla addons-server 6817: only the first version of a rating was told to anybody. */
  @Test
  void a_review_that_loses_stars_opens_its_case_once_and_series_are_not_told_again() {
    door.report(review("REVIEW_LEFT", 5));
    assertThat(store.ofCause("review:1")).isEmpty();
    door.report(review("REVIEW_LOWERED", 3));
    assertThat(store.ofCause("review:1")).as("three are no complaint").isEmpty();
    door.report(review("REVIEW_LOWERED", 2));
    door.report(review("REVIEW_LOWERED", 1));
    ServiceCase opened = store.ofCause("review:1").get();
    assertThat(opened.cause.kind).isEqualTo(CaseKind.REVIEW);
    assertThat(opened.cause.subject).isEqualTo("Tea 2/5");
    assertThat(store.countUpTo(9, null, "")).isEqualTo(1);
    assertThat(toSeries).containsExactly("REVIEW_LEFT");
  }

  private static Moment review(String trigger, int stars) {
    return Moment.of(trigger, EmailAddress.of("ada@example.com"))
        .values(MomentValues.none().text("product", "Tea").number("stars", stars))
        .happened("review:1", Instant.EPOCH);
  }
}
