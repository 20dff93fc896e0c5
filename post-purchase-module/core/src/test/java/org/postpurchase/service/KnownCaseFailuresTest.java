package org.postpurchase.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
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
  private CaseStore store;
  private Cases cases;

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
            new Cases.Told((c, s) -> {}, () -> Moments.NOBODY),
            () -> BERLIN,
            database.transactions,
            clock);
    ServiceSettings usual = settings.read();
    settings.save(
        ServiceSettings.usual()
            .but()
            .active(true, clock.instant())
            .edition(usual.edition + 1)
            .build());
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
}
