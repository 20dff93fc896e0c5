package org.postpurchase.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postpurchase.recommend.RecommendStore.PurchasedLines;
import org.postpurchase.recommend.jdbc.RecommendJdbcModule;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class PostgresBuildingTest extends BuildingContract {
  private static final Instant NOW = Instant.parse("2026-05-02T03:00:00Z");

  @Override
  CoreDatabase shared() {
    return Databases.postgres();
  }

  /** In a later night the work table had no rows, but pages, when the database last looked. */
  @Test
  void a_later_night_does_not_plan_for_the_empty_table_that_the_last_one_left() {
    CoreDatabase database = shared();
    RecommendStore store = RecommendJdbcModule.store(database.jdbc, database.inserts);
    PurchasedLines lines =
        since ->
            database.jdbc.update(
                "insert into PP_RECOMMEND_LINE select o, 1 + (o * 7 + l * 13) % 400, 1"
                    + " from generate_series(1, 20000) o, generate_series(1, 3) l");
    database.transactions.run(() -> store.build(lines, NOW, NOW));
    database.jdbc.execute("analyze PP_RECOMMEND_LINE");

    database.transactions.run(
        () -> {
          database.jdbc.execute("set local statement_timeout = '20s'"); // row by row takes minutes
          assertThat(store.build(lines, NOW, NOW).orders).isEqualTo(20_000);
        });
  }
}
