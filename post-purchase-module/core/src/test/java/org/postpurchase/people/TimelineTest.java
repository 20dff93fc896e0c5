package org.postpurchase.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.people.jdbc.PeopleJdbcModule;
import org.postpurchase.person.PersonRef;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.Seed;

/** Turning the pages of a time line, however many things happened in one instant. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class TimelineTest {
  private static final Instant BEGIN = Instant.parse("2026-11-01T10:00:00Z");
  private static final String MAILBOX = "turning-pages@example.com";

  private final CoreDatabase database = Databases.hsqldb();
  private final Timeline timeline =
      PeopleJdbcModule.timeline(database.jdbc, database.inserts.rows());

  @BeforeEach
  void empty() {
    for (String table : List.of("PP_TOUCH_DECISION", "PP_CONSENT", "PP_SUPPRESSION")) {
      database.jdbc.update("delete from " + table);
    }
  }

  @Test
  void every_entry_stands_on_exactly_one_page_newest_first() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    int rows = 60;
    for (int i = 0; i < rows; i++) {
      Instant at = BEGIN.plusSeconds(random.nextInt(8));
      String whose = random.nextInt(5) == 0 ? "other@example.com" : MAILBOX;
      if (random.nextBoolean()) {
        decided(i, whose, at);
      } else {
        consented(i, whose, at);
      }
    }
    Identity mara = mara(BEGIN.plusSeconds(3));

    List<TimelineEntry> whole = page(mara, null, 1000);
    List<String> paged = new ArrayList<>();
    Cursor behind = null;
    for (List<TimelineEntry> page = page(mara, null, 4);
        !page.isEmpty();
        page = page(mara, behind, 4)) {
      page.forEach(entry -> paged.add(name(entry)));
      behind = Cursor.parse(Cursor.behind(page.get(page.size() - 1)).toString()).orElseThrow();
    }

    assertThat(paged).as("seed " + seed).containsExactlyElementsOf(names(whole));
    assertThat(paged).doesNotHaveDuplicates();
    int own = rows("PP_TOUCH_DECISION") + rows("PP_CONSENT") + 1;
    assertThat(whole).hasSize(own).isSortedAccordingTo(TimelineEntry.NEWEST_FIRST);
  }

  @Test
  void only_wanted_kinds_are_read_and_nonsense_is_no_cursor() {
    decided(1, MAILBOX, BEGIN);
    consented(2, MAILBOX, BEGIN);

    List<TimelineEntry> shown =
        timeline.page(mara(BEGIN), EnumSet.of(EntryKind.DECISIONS), null, 10);

    assertThat(shown).extracting(e -> e.source).containsExactly(EntrySource.DECISION);
    for (String nonsense : List.of("", "x", "1.DECISION", "1.NOTHING.2", "-1.DECISION.2")) {
      assertThat(Cursor.parse(nonsense)).as(nonsense).isEmpty();
    }
  }

  private List<TimelineEntry> page(Identity person, Cursor behind, int limit) {
    return timeline.page(person, EnumSet.allOf(EntryKind.class), behind, limit);
  }

  private int rows(String table) {
    return database.jdbc.queryForObject(
        "select count(*) from " + table + " where CONTACT = ?", Integer.class, MAILBOX);
  }

  private static List<String> names(List<TimelineEntry> entries) {
    List<String> names = new ArrayList<>();
    entries.forEach(entry -> names.add(name(entry)));
    return names;
  }

  private static String name(TimelineEntry entry) {
    return entry.source + " " + entry.id + " " + entry.at;
  }

  private static Identity mara(Instant ordered) {
    PlacedOrder order =
        new PlacedOrder(
            987_654_321,
            "W1",
            ordered,
            false,
            BigDecimal.TEN,
            new PlacedOrder.Place("EUR", MAILBOX));
    return new Identity(
        PersonRef.ofMailbox(MAILBOX), new Identity.Contact("Mara", MAILBOX, ""), List.of(order));
  }

  private void decided(int n, String contact, Instant at) {
    database.jdbc.update(
        "insert into PP_TOUCH_DECISION (DECISION_KEY, TOUCH, ORDER_ID, VERDICT, REASON_CODE,"
            + " DECIDED_AT, CONTACT) values (?, 'touch', 99, 'SKIP', 'NO_CONSENT', ?, ?)",
        "d" + n,
        Utc.param(at),
        contact);
  }

  private void consented(int n, String contact, Instant at) {
    database.jdbc.update(
        "insert into PP_CONSENT (CONSENT_KEY, CONTACT, PURPOSE, CHANNEL, DECISION, BASIS, SOURCE,"
            + " TEXT_SHOWN, LOCALE_CODE, RECORDED_AT) values (?, ?, 'MARKETING', 'EMAIL',"
            + " 'GRANTED', 'CONSENT', 'CHECKOUT', 'yes', 'en', ?)",
        "c" + n,
        contact,
        Utc.param(at));
  }
}
