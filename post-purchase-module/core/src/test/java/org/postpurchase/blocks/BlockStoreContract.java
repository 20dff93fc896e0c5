package org.postpurchase.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.blocks.jdbc.BlocksJdbcModule;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Together;

/** Compositions and names of templates, as they are kept. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class BlockStoreContract {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private CoreDatabase database;
  private BlockStore store;

  abstract CoreDatabase database();

  @BeforeEach
  void open() {
    database = database();
    store = BlocksJdbcModule.blocks(database.jdbc, database.inserts);
    empty();
  }

  @AfterEach
  void empty() {
    if (database != null) {
      database.jdbc.update("delete from PP_TEMPLATE_BLOCKS");
      database.jdbc.update("delete from PP_TEMPLATE_NAME");
    }
  }

  private void keep(String locale, int version, String composition) {
    database.transactions.run(() -> store.keep("welcome", locale, version, composition));
  }

  private boolean save(String key, BlockStore.Label label) {
    return database.transactions.call(() -> store.save(key, label));
  }

  @Test
  void each_version_and_language_has_its_own_composition() {
    String longer = "heading text=\u201eGr\u00fc\u00dfe\u201c \ud83d\ude00\n".repeat(500);
    keep("de", 1, "one");
    keep("de", 2, longer);
    keep("en", 1, "eins");

    assertThat(store.composition("welcome", "de", 1)).contains("one");
    assertThat(store.composition("welcome", "de", 2)).contains(longer);
    assertThat(store.composition("welcome", "en", 1)).contains("eins");
    assertThat(store.composition("welcome", "en", 2)).isEmpty();
    assertThat(store.composition("other", "de", 1)).isEmpty();
  }

  @Test
  void a_version_that_is_there_stays_as_it_is() {
    keep("de", 1, "first");
    keep("de", 1, "second");

    assertThat(store.composition("welcome", "de", 1)).contains("first");
  }

  @Test
  void names_and_places_are_read_together_and_alone() {
    assertThat(store.label("welcome")).isSameAs(BlockStore.Label.NONE);
    assertThat(save("welcome", new BlockStore.Label("Hello", null, 1))).isTrue();
    assertThat(save("old", new BlockStore.Label("", NOW, 1))).isTrue();

    assertThat(store.labels()).containsOnlyKeys("welcome", "old");
    assertThat(store.label("welcome").name).isEqualTo("Hello");
    assertThat(store.label("welcome").isArchived()).isFalse();
    assertThat(store.labels().get("old").archivedAt).isEqualTo(NOW);

    assertThat(save("old", new BlockStore.Label("", null, 2))).isTrue();
    assertThat(store.label("old").isArchived()).isFalse();
  }

  @Test
  void of_two_who_save_one_wins() throws Exception {
    List<Boolean> first =
        Together.run(2, i -> () -> save("welcome", new BlockStore.Label("by " + i, null, 1)));
    assertThat(first).containsExactlyInAnyOrder(true, false);
    assertThat(store.label("welcome").name).isEqualTo("by " + first.indexOf(true));
    assertThat(save("welcome", new BlockStore.Label("next", null, 2))).isTrue();
    assertThat(save("welcome", new BlockStore.Label("late", null, 2))).isFalse();

    assertThat(store.label("welcome").name).isEqualTo("next");
  }
}
