package org.postpurchase.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.content.jdbc.ContentJdbcModule;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;

/** The library from its author to its readers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ContentContract {
  private final SettableClock clock = new SettableClock();
  private CoreDatabase database;
  private ContentStore store;
  private ContentLibrary library;
  private SaveContent save;

  abstract CoreDatabase shared();

  @BeforeEach
  void empty() {
    database = shared();
    database.jdbc.update("delete from PP_CONTENT");
    store = ContentJdbcModule.content(database.jdbc, database.inserts);
    library = new ContentLibrary(store, database.transactions, clock);
    save = new SaveContent(store, library, (scope, id) -> id == 7, clock);
  }

  private static ContentEntry.Builder entry() {
    return new ContentEntry.Builder(ContentKind.HOW_TO, ContentScope.PRODUCT, 7)
        .language("de")
        .days(2, 30)
        .text("Die erste Tasse ☕", "Spülen.\n\nMahlen.")
        .link("/guides/kettle", "https://shop.example/kettle.jpg")
        .position(3)
        .active(true);
  }

  private ContentEntry saved(ContentEntry.Builder entry) {
    return database.transactions.call(() -> save.save(entry.build())).get();
  }

  private Optional<ContentEntry> now(ContentEntry entry) {
    return database.transactions.call(() -> store.find(entry.id));
  }

  @Test
  void an_entry_comes_back_as_it_was_saved() {
    clock.set(Instant.parse("2026-05-01T10:00:00Z"));
    ContentEntry added = saved(entry());

    ContentEntry read = now(added).get();
    assertThat(read).usingRecursiveComparison().isEqualTo(added);
    assertThat(read.edition).isEqualTo(1);
    assertThat(read.changedAt).isEqualTo(clock.instant());
  }

  @Test
  void two_with_the_same_title_are_two() {
    ContentEntry first = saved(entry());
    ContentEntry second = saved(entry());

    assertThat(second.id).isNotEqualTo(first.id);
    assertThat(saved(second.but().position(8)).id).isEqualTo(second.id);
    assertThat(now(first).get().position).isEqualTo(3);
  }

  @Test
  void of_two_who_save_at_once_the_first_wins_and_nothing_is_lost() {
    ContentEntry seen = saved(entry());
    ContentEntry first = saved(seen.but().text("First", "…"));

    assertThat(database.transactions.call(() -> save.save(seen.but().text("2", "…").build())))
        .isEmpty();
    assertThat(now(seen).get().title).isEqualTo("First");
    assertThat(database.transactions.call(() -> save.remove(seen.id, seen.edition))).isFalse();
    assertThat(database.transactions.call(() -> save.remove(seen.id, first.edition))).isTrue();
    assertThat(now(seen)).isEmpty();
  }

  @Test
  void one_case_gives_one_entry_however_often_and_by_how_many_it_is_added() throws Exception {
    List<Long> ids =
        Together.run(8, i -> () -> saved(entry().source("case:12").text("T" + i, "…")).id);

    assertThat(ids).containsOnly(ids.get(0));
    assertThat(database.transactions.call(() -> store.all(10))).hasSize(1);
  }

  @Test
  void readers_see_only_what_is_on_and_a_change_on_another_node_within_half_a_minute() {
    ContentEntry off = saved(entry().active(false));
    assertThat(library.entries()).isEmpty();

    SaveContent otherNode =
        new SaveContent(
            store, new ContentLibrary(store, database.transactions, clock), (s, id) -> true, clock);
    database.transactions.call(() -> otherNode.save(off.but().active(true).build()));
    assertThat(library.entries()).isEmpty();
    clock.advance(Duration.ofSeconds(31));
    assertThat(library.entries()).hasSize(1);
  }

  @Test
  void bad_fields_are_named_and_nothing_is_kept() {
    ContentEntry bad =
        new ContentEntry.Builder(ContentKind.VIDEO, ContentScope.CATEGORY, 8)
            .language("Deutsch!")
            .days(5, 4)
            .text(" ", String.join("", Collections.nCopies(4_001, "x")))
            .link("javascript:alert(1)", "http://shop.example/a.jpg")
            .build();

    assertThatThrownBy(() -> save.save(bad))
        .isInstanceOfSatisfying(
            ContentRefusedException.class,
            refused ->
                assertThat(refused.problems)
                    .containsEntry("title", ContentProblem.MISSING)
                    .containsEntry("body", ContentProblem.TOO_LONG)
                    .containsEntry("link", ContentProblem.NO_ADDRESS)
                    .containsEntry("picture", ContentProblem.NO_ADDRESS)
                    .containsEntry("localeCode", ContentProblem.LANGUAGE)
                    .containsEntry("daysTo", ContentProblem.DAYS)
                    .containsEntry("scopeId", ContentProblem.UNKNOWN));
    assertThat(database.transactions.call(() -> store.all(10))).isEmpty();
  }

  @Test
  void a_film_needs_a_picture_and_an_address_but_no_text() {
    ContentEntry.Builder film =
        new ContentEntry.Builder(ContentKind.VIDEO, ContentScope.SHOP, 0).text("Film", "");

    assertThatThrownBy(() -> save.save(film.build()))
        .isInstanceOf(ContentRefusedException.class)
        .hasMessageContaining("link=MISSING")
        .hasMessageContaining("picture=MISSING");
    assertThat(saved(film.link("https://films.example/1", "/img/still.jpg")).id).isPositive();
  }
}
