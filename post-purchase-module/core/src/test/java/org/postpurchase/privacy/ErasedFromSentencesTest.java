package org.postpurchase.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.people.Identity;
import org.postpurchase.person.PersonRef;
import org.postpurchase.privacy.jdbc.PrivacyJdbcModule;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.Seed;

/** Sentences of ours that may name somebody, whatever their rows are about. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasedFromSentencesTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final String MAILBOX = "mara.olsen@example.com";
  private static final Identity MARA =
      new Identity(
          PersonRef.of(77, MAILBOX),
          new Identity.Contact("Mara Olsen", "Mara.Olsen@Example.com", "+49 151 5550123"),
          List.of());

  private final CoreDatabase database = Databases.hsqldb();
  private final PersonalData data =
      PrivacyJdbcModule.personalData(database.jdbc, database.inserts.rows(), Set.of("EMAIL"));

  @BeforeEach
  @AfterEach
  void empty() {
    for (String table : List.of("PP_AUDIT", "PP_WORK_FAILURE", "PP_DUE_OCCASION")) {
      database.jdbc.update("delete from " + table);
    }
  }

  /**
   * Sentences with the person in them in any letter case, among others that only look alike, and
   * never too long for their columns.
   */
  @Test
  void sentences_lose_the_person_and_nobody_else() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    List<String> marks =
        List.of(MAILBOX, "Mara.Olsen@Example.com", "Mara Olsen", "+49 151 5550123");
    List<String> others =
        List.of(
            "tamara.olsen@example.com",
            "mara.olsen@example.com.au",
            "Tamara Olsen",
            "Mara Olsenberg");
    Map<Integer, List<String>> decoys = new TreeMap<>();
    for (int id = 1; id <= 60; id++) {
      List<String> said = new ArrayList<>();
      List<String> kept = new ArrayList<>();
      for (int word = random.nextInt(5) + 1; word > 0; word--) {
        String other = others.get(random.nextInt(others.size()));
        kept.add(other);
        said.add(other);
        String mark = marks.get(random.nextInt(marks.size()));
        said.add(random.nextBoolean() ? mark : mark.toUpperCase(Locale.ROOT));
      }
      database.jdbc.update(
          "insert into PP_AUDIT (AUDIT_ID, ACTION, ACTOR, OUTCOME, SUBJECT, DETAIL, RECORDED_AT)"
              + " values (?, 'x', 'x', 'DONE', 'x', ?, ?)",
          id,
          String.join(random.nextBoolean() ? " <" : ", ", said) + ".",
          new java.sql.Timestamp(0));
      decoys.put(id, kept);
    }
    String filler = "x".repeat(200 - MAILBOX.length() - 1) + " ";
    database.jdbc.update(
        "insert into PP_WORK_FAILURE (WORKER, ITEM_KEY, ATTEMPTS, FAILED_AT, NEXT_AT, STATE)"
            + " values ('x', ?, 1, ?, ?, 'RESTING')",
        filler + MAILBOX,
        new java.sql.Timestamp(0),
        new java.sql.Timestamp(0));
    ErasureReport report =
        database.transactions.call(() -> data.erase(MARA, "0123456789abcdef", NOW));
    assertThat(report.left).isEmpty();
    decoys.forEach(
        (id, kept) -> {
          String text =
              database.jdbc.queryForObject(
                  "select DETAIL from PP_AUDIT where AUDIT_ID = ?", String.class, id);
          String alone = text;
          for (String other : others) {
            alone = alone.replace(other, "");
          }
          assertThat(text).as("seed " + seed).contains(kept);
          assertThat(alone.toLowerCase(Locale.ROOT))
              .as("seed " + seed + ": " + text)
              .doesNotContain("mara", "olsen", "5550123");
        });
  }

  @Test
  void an_address_that_ends_alike_is_somebody_elses() {
    database.jdbc.update(
        "insert into PP_DUE_OCCASION (OCCASION_KEY, CONTACT, TRIGGER_KEY, CUSTOMER_ID, SUBJECT,"
            + " ORDER_ID) values (?, ?, 'BIRTHDAY', 78, 'x', 0)",
        "birthday:tamara.olsen@example.com",
        "tamara.olsen@example.com");

    database.transactions.call(() -> data.erase(MARA, "0123456789abcdef", NOW));

    assertThat(database.count("PP_DUE_OCCASION")).isEqualTo(1);
  }
}
