package org.postpurchase.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.consent.jdbc.ConsentJdbcModule;
import org.postpurchase.people.Identity;
import org.postpurchase.people.PlacedOrder;
import org.postpurchase.person.PersonRef;
import org.postpurchase.privacy.jdbc.PrivacyJdbcModule;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

/** Erasing somebody, and whether every column that could name anybody was thought of. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class ErasureTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final String MAILBOX = "mara.olsen@example.com";
  private static final long CUSTOMER = 77;
  private static final long ORDER = 7001;

  /** Columns that tables must agree in for the rows to belong to the person. */
  private static final Map<String, Object> KEYS =
      Map.of(
          "CUSTOMER_ID", CUSTOMER,
          "ORDER_ID", ORDER,
          "REVIEW_ID", 1L,
          "STORY_ID", 1L,
          "CASE_ID", 1L,
          "ENROLLMENT_ID", 1L,
          "ADVOCATE_ID", 1L,
          "REFERRAL_ID", 1L,
          "PERSON_ID", 1L,
          "ACCOUNT_ID", 1L);

  private final CoreDatabase database = Databases.hsqldb();
  private PersonalData data;
  private Map<String, List<String>> texts;
  private Set<String> filled;
  private List<String> checks;

  @BeforeEach
  void somebody_everywhere() throws Exception {
    data = PrivacyJdbcModule.personalData(database.jdbc, database.inserts.rows(), Set.of("EMAIL"));
    texts = textColumns();
    checks =
        database.jdbc.queryForList(
            "select CHECK_CLAUSE from INFORMATION_SCHEMA.CHECK_CONSTRAINTS", String.class);
    Map<String, Set<String>> plain = plain();
    filled = new TreeSet<>(PrivacyJdbcModule.personalColumns().keySet());
    filled.add("PP_POINTS_ACCOUNT");
    database.jdbc.execute("set database referential integrity false");
    for (String table : filled) {
      database.jdbc.update("delete from " + table);
      fill(table, plain.getOrDefault(table, Set.of()));
    }
  }

  @AfterEach
  void nobody_anywhere() {
    filled.forEach(table -> database.jdbc.update("delete from " + table));
    database.jdbc.execute("set database referential integrity true");
  }

  /** One row of the person, with the address in every column that is declared as personal. */
  private void fill(String table, Set<String> plain) {
    Map<String, Object> row = new LinkedHashMap<>();
    database.jdbc.query(
        "select COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, IS_IDENTITY from"
            + " INFORMATION_SCHEMA.COLUMNS where TABLE_SCHEMA = 'PUBLIC' and TABLE_NAME = ?",
        column -> {
          String name = column.getString(1);
          String type = column.getString(2);
          if (KEYS.containsKey(name)) {
            row.put(name, KEYS.get(name));
          } else if (type.contains("CHAR") || type.contains("CLOB")) {
            row.put(name, value(table, name, plain, column.getLong(3)));
          } else if (type.contains("TIMESTAMP")) {
            row.put(name, new java.sql.Timestamp(0));
          } else if (type.contains("BOOLEAN")) {
            row.put(name, false);
          } else if (!type.contains("BLOB") && !type.contains("BINARY")) {
            row.put(name, 1);
          }
        },
        table);
    String marks = String.join(", ", java.util.Collections.nCopies(row.size(), "?"));
    database.jdbc.update(
        "insert into "
            + table
            + " ("
            + String.join(", ", row.keySet())
            + ") values ("
            + marks
            + ")",
        row.values().toArray());
  }

  private Object value(String table, String column, Set<String> plain, long length) {
    if (column.equals("OWNER_KEY")) {
      return "customer:" + CUSTOMER;
    }
    if (column.equals("PERSON_KEY")) {
      return table.equals("PP_PERSON") ? "c:" + CUSTOMER : "mailbox:" + MAILBOX;
    }
    for (String check : checks) {
      Matcher allowed =
          Pattern.compile("\\b" + table + "\\.\"?" + column + "\"?\\b.*?'(\\w+)'").matcher(check);
      if (allowed.find()) {
        return allowed.group(1);
      }
    }
    if (column.equals("TASK_KEY")) {
      return "x";
    }
    if (column.equals("CHANNEL")) {
      return "EMAIL";
    }
    if (plain.contains(column) || length < MAILBOX.length()) {
      return "x";
    }
    boolean alone = column.matches("CONTACT|AUTHOR_KEY|MAILBOX_KEY|EMAIL|RECIPIENT|ADDRESS");
    boolean ofOurs =
        column.endsWith("_KEY")
            || Set.of("PP_AUDIT", "PP_WORK_FAILURE", "PP_OUTBOX", "PP_STEP_EXECUTION")
                .contains(table);
    String text = alone ? MAILBOX : "about:" + MAILBOX + (ofOurs ? ":1" : ":Mara Olsen");
    return text.length() > length ? MAILBOX : text;
  }

  private Identity mara() {
    PlacedOrder order =
        new PlacedOrder(
            ORDER, "W1", NOW, false, BigDecimal.TEN, new PlacedOrder.Place("EUR", MAILBOX));
    return new Identity(
        PersonRef.of(CUSTOMER, MAILBOX),
        new Identity.Contact("Mara Olsen", "Mara.Olsen@Example.com", "+49 151 5550123"),
        List.of(order));
  }

  @Test
  void every_text_of_every_table_is_declared() throws Exception {
    Map<String, Set<String>> plain = plain();
    Map<String, List<String>> unknown = new TreeMap<>();
    Map<String, Set<String>> personal = PrivacyJdbcModule.personalColumns();
    texts.forEach(
        (table, columns) -> {
          List<String> left = new ArrayList<>(columns);
          left.removeAll(plain.getOrDefault(table, Set.of()));
          left.removeAll(personal.getOrDefault(table, Set.of()));
          if (!left.isEmpty() && !personal.getOrDefault(table, Set.of()).contains("*")) {
            unknown.put(table, left);
          }
        });

    assertThat(texts).hasSizeGreaterThan(60);
    assertThat(unknown)
        .as("declare these in PersonalTables or in postpurchase/privacy/plain-columns.txt")
        .isEmpty();
  }

  @Test
  void nothing_names_somebody_who_was_erased_and_the_address_stays_suppressed() {
    assertThat(naming("mara")).as("the test itself").hasSizeGreaterThan(25);

    ErasureReport report =
        database.transactions.call(() -> data.erase(mara(), "0123456789abcdef", NOW));

    assertThat(naming("mara")).isEmpty();
    assertThat(report.left).isEmpty();
    assertThat(report.cancelled).isEqualTo(1);
    assertThat(count("PP_MESSAGE where STATE = 'CANCELLED'")).isEqualTo(1);
    assertThat(count("PP_REVIEW where STARS = 1")).isEqualTo(1);
    assertThat(count("PP_POINTS_ACCOUNT")).isEqualTo(1);
    assertThat(
            ConsentJdbcModule.consents(database.jdbc, database.inserts, "EMAIL")
                .holding("Mara.Olsen@example.com"))
        .extracting(held -> held.contact)
        .containsOnly(MAILBOX);
  }

  @Test
  void an_export_has_a_row_of_every_table_that_names_the_person() {
    Export export = database.transactions.call(() -> data.export(mara()));

    Set<String> named = new TreeSet<>(naming("mara").keySet());
    named.removeAll(
        Set.of("PP_AUDIT", "PP_WORK_FAILURE", "PP_EARNING_PERSON", "PP_PERSON_DIFFERENCE"));
    assertThat(export.tables().keySet()).containsAll(named);
    assertThat(export.json()).startsWith("{").contains("\"PP_CASE\": [", "Mara Olsen");
  }

  private int count(String from) {
    return database.jdbc.queryForObject("select count(*) from " + from, Integer.class);
  }

  /** Columns of any table in which the text stands, by table. */
  private Map<String, Set<String>> naming(String text) {
    Map<String, Set<String>> naming = new TreeMap<>();
    texts.forEach(
        (table, columns) -> {
          for (String column : columns) {
            if (count(
                    table
                        + " where lower(cast("
                        + column
                        + " as varchar(4000))) like '%"
                        + text
                        + "%'")
                > 0) {
              naming.computeIfAbsent(table, t -> new TreeSet<>()).add(column);
            }
          }
        });
    return naming;
  }

  private Map<String, List<String>> textColumns() {
    Map<String, List<String>> columns = new TreeMap<>();
    database.jdbc.query(
        "select TABLE_NAME, COLUMN_NAME from INFORMATION_SCHEMA.COLUMNS where TABLE_NAME like"
            + " 'PP!_%' escape '!' and TABLE_SCHEMA = 'PUBLIC' and (DATA_TYPE like '%CHAR%'"
            + " or DATA_TYPE like '%CLOB%')",
        row -> {
          String table = row.getString(1);
          if (!table.startsWith("PP_CHANGELOG") && !table.startsWith("PP_DATABASE")) {
            columns.computeIfAbsent(table, t -> new ArrayList<>()).add(row.getString(2));
          }
        });
    return columns;
  }

  private static Map<String, Set<String>> plain() throws Exception {
    Map<String, Set<String>> plain = new TreeMap<>();
    try (var in =
        ErasureTest.class.getResourceAsStream("/postpurchase/privacy/plain-columns.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] words = line.trim().split(" ");
        if (!line.startsWith("#") && words.length > 1) {
          plain.put(words[0], new TreeSet<>(List.of(words).subList(1, words.length)));
        }
      }
    }
    return plain;
  }
}
