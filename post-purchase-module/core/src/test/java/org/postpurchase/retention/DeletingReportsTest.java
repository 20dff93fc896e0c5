package org.postpurchase.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.consent.Consents;
import org.postpurchase.feedback.ProviderEvent;
import org.postpurchase.feedback.ProviderEvents;
import org.postpurchase.feedback.jdbc.FeedbackJdbcModule;
import org.postpurchase.retention.jdbc.RetentionJdbcModule;
import org.postpurchase.shared.jdbc.JdbcLeases;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.SettableClock;

/** What providers have reported, as it grows old. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeletingReportsTest {
  private final CoreDatabase database = Databases.hsqldb();
  private final SettableClock clock = new SettableClock();
  private final Consents consents = new Consents(database.consents(), database.transactions, clock);

  @BeforeEach
  void empty() {
    for (String table : List.of("PP_PROVIDER_EVENT", "PP_SMS", "PP_SUPPRESSION", "PP_LEASE")) {
      database.jdbc.update("delete from " + table);
    }
  }

  @Test
  void reports_of_providers_go_when_they_are_old_and_what_followed_from_them_stays() {
    DeleteOldRows job = job();
    ProviderEvents events = FeedbackJdbcModule.events(database.jdbc, database.inserts);
    for (String id : List.of("old", "young")) {
      ProviderEvent event =
          new ProviderEvent(
              "ses", id, ProviderEvent.Kind.HARD_BOUNCE, "ada@example.com", "550 unknown", null);
      database.transactions.run(
          () -> {
            events.add(List.of(event), clock.instant());
            database.jdbc.update(
                "insert into PP_SMS (SMS_KEY, REFERENCE, PHONE_NUMBER, STATE, STATE_RANK, SEGMENTS,"
                    + " CHANGED_AT) values (?, ?, '+49', 'DELIVERED', 3, 1, ?)",
                id,
                id,
                Utc.param(clock.instant()));
            consents.bounced("ada@example.com", "550 unknown", clock.instant());
          });
      clock.advance(Duration.ofDays(20));
    }
    clock.advance(Duration.ofDays(1));
    job.runDue();

    assertThat(database.jdbc.queryForList("select EVENT_KEY from PP_PROVIDER_EVENT", String.class))
        .singleElement()
        .asString()
        .contains("young");
    assertThat(database.jdbc.queryForList("select SMS_KEY from PP_SMS", String.class))
        .containsExactly("young");
    assertThat(database.count("PP_SUPPRESSION")).isOne();
  }

  private DeleteOldRows job() {
    Map<OldRows.Kind, Integer> kept = new EnumMap<>(OldRows.Kind.class);
    kept.put(OldRows.Kind.PROVIDER_EVENTS, 30);
    kept.put(OldRows.Kind.TEXTS, 30);
    return new DeleteOldRows(
        RetentionJdbcModule.oldRows(database.jdbc),
        new DeleteOldRows.Plan(true, kept),
        new DeleteOldRows.Node(
            new JdbcLeases(database.jdbc, database.dialect, database.transactions),
            "this node",
            database.transactions,
            clock,
            LocalTime.of(4, 15),
            ZoneOffset.UTC));
  }
}
