package org.postpurchase.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.feedback.ProviderEvent.Kind;
import org.postpurchase.feedback.jdbc.FeedbackJdbcModule;
import org.postpurchase.shared.jdbc.JdbcAuditLog;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SettableClock;

/** What follows from what providers report. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class MailFeedbackContract {
  private final SettableClock clock = new SettableClock();
  private CoreDatabase database;
  private Consents consents;
  private MailFeedback feedback;

  abstract CoreDatabase shared();

  @BeforeEach
  void empty() {
    database = shared();
    for (String table : List.of("PP_PROVIDER_EVENT", "PP_CONSENT", "PP_SUPPRESSION", "PP_AUDIT")) {
      database.jdbc.update("delete from " + table);
    }
    consents = new Consents(database.consents(), database.transactions, clock);
    feedback =
        new MailFeedback(
            FeedbackJdbcModule.events(database.jdbc, database.inserts),
            consents,
            new JdbcAuditLog(database.jdbc, clock),
            database.transactions,
            clock);
  }

  private static ProviderEvent event(String key, Kind kind) {
    return new ProviderEvent("ses", key, kind, "Ada@Example.com", "as the server says", null);
  }

  private int take(ProviderEvent... events) {
    return feedback.take(List.of(events));
  }

  @Test
  void no_such_address_gets_nothing_any_more() {
    take(event("1", Kind.HARD_BOUNCE));
    assertThat(consents.isSilenced("ada@example.com")).isTrue();
  }

  @Test
  void a_complaint_ends_advertising_and_is_in_the_audit() {
    take(event("1", Kind.COMPLAINT));
    assertThat(consents.isSilenced("ada@example.com")).isFalse();
    assertThat(consents.permission("ada@example.com")).isEqualTo(ContactPermission.OPTED_OUT);
    assertThat(database.count("PP_AUDIT")).isEqualTo(1);
    assertThat(consents.confirmed("ada@example.com", "yes", "en"))
        .as("a link does not lift a complaint")
        .isFalse();
  }

  @Test
  void what_says_nothing_of_the_person_is_counted_and_nothing_else() {
    take(
        event("1", Kind.SOFT_BOUNCE),
        event("2", Kind.SENDER_FAULT),
        event("3", Kind.DELIVERED),
        event("4", Kind.OTHER));
    assertThat(database.count("PP_PROVIDER_EVENT")).isEqualTo(4);
    assertThat(database.count("PP_SUPPRESSION")).isZero();
  }

  /** Three reports about one address in each order in which they can come. */
  private static final Kind[][] ORDERS = {
    {Kind.DELIVERED, Kind.HARD_BOUNCE, Kind.SOFT_BOUNCE},
    {Kind.DELIVERED, Kind.SOFT_BOUNCE, Kind.HARD_BOUNCE},
    {Kind.HARD_BOUNCE, Kind.DELIVERED, Kind.SOFT_BOUNCE},
    {Kind.HARD_BOUNCE, Kind.SOFT_BOUNCE, Kind.DELIVERED},
    {Kind.SOFT_BOUNCE, Kind.DELIVERED, Kind.HARD_BOUNCE},
    {Kind.SOFT_BOUNCE, Kind.HARD_BOUNCE, Kind.DELIVERED}
  };

  @Test
  void repeated_reports_count_once_and_a_late_delivery_takes_nothing_back() {
    for (int i = 0; i < ORDERS.length; i++) {
      String address = "ada" + i + "@example.com";
      int taken = 0;
      for (Kind kind : ORDERS[i]) {
        ProviderEvent event =
            new ProviderEvent("ses", address + kind, kind, address, "as the server says", null);
        taken += take(event) + take(event);
      }
      assertThat(taken).as(address).isEqualTo(3);
      assertThat(consents.isSilenced(address)).as("%s: %s", address, List.of(ORDERS[i])).isTrue();
    }
    assertThat(database.count("PP_SUPPRESSION")).isEqualTo(ORDERS.length);
  }
}
