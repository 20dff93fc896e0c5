package org.postpurchase.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.migrations.testkit.TestDatabase;

@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TableRulesContract {
  private static final String NOON = "'2026-05-04 12:00:00.123456'";

  private TestDatabase database;
  private int sequence;

  abstract TestDatabase open();

  @BeforeAll
  void create_the_tables() {
    database = open().migrate();
  }

  @AfterAll
  void drop_the_database() {
    if (database != null) {
      database.close();
    }
  }

  @Test
  void a_key_is_taken_only_once() {
    refusesSecond("PP_OUTBOX", outboxEntry());
    refusesSecond("PP_TOUCH_DECISION", decision());
    refusesSecond("PP_MESSAGE", with(message(), "MIME_MESSAGE_ID", "'other-" + ++sequence + "'"));
    refusesSecond("PP_MESSAGE", with(message(), "MESSAGE_KEY", "'other-" + ++sequence + "'"));
    refusesSecond("PP_LEASE", row("LEASE_NAME", "'sweep'"));
    refusesSecond("PP_ORDER_LINE", orderLine(5, 0, 0, 0, 0));
    refusesSecond("PP_MESSAGE_TEMPLATE", template());
    refusesSecond("PP_CONFIRMATION_PROMPT", prompt());
  }

  @Test
  void one_template_for_each_message_and_language() {
    Map<String, String> first = template();
    insert("PP_MESSAGE_TEMPLATE", first);
    insert("PP_MESSAGE_TEMPLATE", with(first, "TEMPLATE_ID", "77", "LOCALE_CODE", "'de'"));

    refuses("PP_MESSAGE_TEMPLATE", with(first, "TEMPLATE_ID", "78"));
  }

  @Test
  void states_outside_the_glossary_are_refused() {
    refuses("PP_OUTBOX", with(outboxEntry(), "STATE", "'LOST'"));
    refuses("PP_TOUCH_DECISION", with(decision(), "VERDICT", "'MAYBE'"));
    refuses("PP_MESSAGE", with(message(), "STATE", "'GONE'"));
    refuses("PP_MESSAGE", with(message(), "PURPOSE", "'OTHER'"));
    refuses(
        "PP_AUDIT",
        row(
            "ACTOR",
            "'a'",
            "ACTION",
            "'b'",
            "SUBJECT",
            "'c'",
            "OUTCOME",
            "'HALF'",
            "RECORDED_AT",
            NOON));
  }

  @Test
  void quantities_of_an_order_line_must_be_possible() {
    insert("PP_ORDER_LINE", orderLine(3, 2, 3, 2, 1));
    refuses("PP_ORDER_LINE", orderLine(3, 3, 0, 0, 1));
    refuses("PP_ORDER_LINE", orderLine(3, 0, 4, 0, 0));
    refuses("PP_ORDER_LINE", orderLine(3, 0, 0, 3, 1));
    refuses("PP_ORDER_LINE", orderLine(3, -1, 0, 0, 0));
  }

  @Test
  void instants_keep_their_microseconds_and_ids_are_given_by_the_database() throws SQLException {
    Map<String, String> entry = outboxEntry();
    insert("PP_OUTBOX", entry);
    insert("PP_OUTBOX", outboxEntry());

    try (Connection connection = database.dataSource().getConnection();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "select DUE_AT, ATTEMPTS, LEASE_EPOCH, OUTBOX_ID from PP_OUTBOX"
                        + " where ENTRY_KEY = "
                        + entry.get("ENTRY_KEY"))) {
      assertThat(row.next()).isTrue();
      assertThat(row.getTimestamp(1).getNanos()).isEqualTo(123_456_000);
      assertThat(List.of(row.getInt(2), row.getInt(3))).containsExactly(0, 0);
      assertThat(row.getLong(4)).isPositive();
    }
  }

  @Test
  void long_texts_fit() {
    String text = "'" + "x".repeat(300_000) + "'";
    assertThatCode(() -> insert("PP_MESSAGE", with(message(), "HTML_BODY", text)))
        .doesNotThrowAnyException();
  }

  private Map<String, String> outboxEntry() {
    return row(
        "ENTRY_KEY",
        "'entry-" + ++sequence + "'",
        "HANDLER",
        "'thank-you'",
        "FACT",
        "'ORDER_SUBMITTED'",
        "ORDER_ID",
        "1",
        "SOURCE",
        "'LISTENER'",
        "OCCURRED_AT",
        NOON,
        "RECORDED_AT",
        NOON,
        "STATE",
        "'WAITING'",
        "DUE_AT",
        NOON);
  }

  private Map<String, String> decision() {
    return row(
        "DECISION_KEY",
        "'decision-" + ++sequence + "'",
        "TOUCH",
        "'thank-you'",
        "ORDER_ID",
        "1",
        "VERDICT",
        "'SKIP'",
        "REASON_CODE",
        "'NO_CONSENT'",
        "DECIDED_AT",
        NOON);
  }

  private Map<String, String> message() {
    String id = "'message-" + ++sequence + "'";
    return row(
        "MESSAGE_KEY",
        id,
        "MIME_MESSAGE_ID",
        id,
        "TOUCH",
        "'thank-you'",
        "PURPOSE",
        "'TRANSACTIONAL'",
        "CHANNEL",
        "'EMAIL'",
        "TEMPLATE_KEY",
        "'thank-you'",
        "RECIPIENT",
        "'a@example.com'",
        "STATE",
        "'QUEUED'",
        "QUEUED_AT",
        NOON,
        "DUE_AT",
        NOON);
  }

  private Map<String, String> orderLine(
      int ordered, int shipped, int delivered, int returned, int cancelled) {
    return row(
        "ORDER_LINE_ID",
        String.valueOf(++sequence),
        "ORDER_ID",
        "1",
        "ORDERED_QTY",
        "" + ordered,
        "SHIPPED_QTY",
        "" + shipped,
        "DELIVERED_QTY",
        "" + delivered,
        "RETURNED_QTY",
        "" + returned,
        "CANCELLED_QTY",
        "" + cancelled);
  }

  private Map<String, String> template() {
    String id = String.valueOf(++sequence);
    return row(
        "TEMPLATE_ID",
        id,
        "TEMPLATE_KEY",
        "'key-" + id + "'",
        "LOCALE_CODE",
        "'en'",
        "ACTIVE",
        "true",
        "TEMPLATE_VERSION",
        "1",
        "SUBJECT",
        "'s'",
        "HEADING",
        "'h'",
        "INTRO",
        "'i'",
        "HTML_LAYOUT",
        "'h'",
        "TEXT_LAYOUT",
        "'t'");
  }

  private Map<String, String> prompt() {
    String id = String.valueOf(++sequence);
    return row(
        "PROMPT_ID",
        id,
        "LOCALE_CODE",
        "'l" + id + "'",
        "ACTIVE",
        "false",
        "HEADING",
        "'h'",
        "MESSAGE",
        "'m'",
        "SHIP_DAYS",
        "1",
        "DELIVERY_DAYS_MIN",
        "2",
        "DELIVERY_DAYS_MAX",
        "4");
  }

  private void refusesSecond(String table, Map<String, String> row) {
    insert(table, row);
    refuses(table, row);
  }

  private void refuses(String table, Map<String, String> row) {
    assertThatThrownBy(() -> insert(table, row))
        .as("%s %s", table, row)
        .hasCauseInstanceOf(SQLException.class)
        .rootCause()
        .message()
        .matches("(?is).*(unique|duplicate|check|constraint).*");
  }

  private void insert(String table, Map<String, String> row) {
    List<String> values = new ArrayList<>(row.values());
    String columns = String.join(", ", row.keySet());
    String sql = "insert into %s (%s) values (%s)";
    try {
      HostAdminTables.execute(
          database.dataSource(), sql.formatted(table, columns, String.join(", ", values)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> with(Map<String, String> row, String... changes) {
    Map<String, String> changed = new LinkedHashMap<>(row);
    changed.putAll(row(changes));
    return changed;
  }

  private static Map<String, String> row(String... columnsAndValues) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      row.put(columnsAndValues[i], columnsAndValues[i + 1]);
    }
    return row;
  }
}
