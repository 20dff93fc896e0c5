package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.broadleaf.testkit.CrashingPoints;
import org.postpurchase.broadleaf.testkit.ShopProcess;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The JVM dies while an order is paid partly in points. Another node lives on; when the hold's life
 * is over, points are spent if and only if the order was placed, and all others can be used.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PointsCrashIT {
  private static TestDatabase database;
  private static JdbcTemplate jdbc;
  private static ShopProcess survivor;

  @BeforeAll
  static void a_shop_with_tables() throws Exception {
    database = TestDatabase.postgres();
    jdbc = new JdbcTemplate(database.dataSource());
    assertThat(shop("create", "none")).as("an undisturbed checkout").isZero();
    survivor =
        ShopProcess.start(CrashingPoints.class, database, "validate", CrashingPoints.SURVIVOR);
    survivor.await(CrashingPoints.READY);
    survivor.ask("settle", CrashingPoints.SETTLED);
    assertThat(spent()).isEqualTo(1200);
  }

  @AfterAll
  static void drop() {
    survivor.close();
    database.close();
  }

  /** The points between which a transaction was committed. */
  @ParameterizedTest
  @ValueSource(strings = {"after-hold-commit", "before-order-commit", "after-order-commit"})
  @Tag("long")
  void points_are_spent_once_or_usable_when_the_jvm_dies_beside_a_commit(String point)
      throws Exception {
    dies(point);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "before-hold",
        "after-hold",
        "before-hold-commit",
        "after-payment",
        "after-completion",
        "before-order"
      })
  @Tag("nightly")
  void points_are_spent_once_or_usable_wherever_the_jvm_dies(String point) throws Exception {
    dies(point);
  }

  private static void dies(String point) throws Exception {
    assertThat(shop("validate", point)).isEqualTo(CrashingPoints.HALTED);
    jdbc.update("update PP_POINTS_HOLD set EXPIRES_AT = CREATED_AT where STATE = 'HELD'");
    survivor.ask("settle", CrashingPoints.SETTLED);

    assertThat(spent()).isIn(0L, 1200L);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from PP_POINTS_HOLD h left join BLC_ORDER o on o.ORDER_ID ="
                    + " h.ORDER_ID where (h.STATE = 'CAPTURED') <> (coalesce(o.ORDER_STATUS, '') ="
                    + " 'SUBMITTED')",
                Integer.class))
        .as("captured if and only if the order was placed")
        .isZero();
    assertThat(
            jdbc.queryForObject(
                "select count(*) from PP_POINTS_ACCOUNT a where HELD <> 0 or AVAILABLE <> ? -"
                    + " (select coalesce(sum(h.POINTS), 0) from PP_POINTS_HOLD h where h.ACCOUNT_ID"
                    + " = a.ACCOUNT_ID and h.STATE = 'CAPTURED')",
                Integer.class,
                CrashingPoints.GIVEN))
        .as("all others can be used")
        .isZero();
  }

  /** Of the newest account. */
  private static long spent() {
    return jdbc.queryForObject(
        "select coalesce(sum(SPENT), 0) from PP_POINTS_LOT where ACCOUNT_ID ="
            + " (select max(ACCOUNT_ID) from PP_POINTS_ACCOUNT)",
        Long.class);
  }

  private static int shop(String hbm2ddl, String point) throws Exception {
    return ShopProcess.run(CrashingPoints.class, database, hbm2ddl, point);
  }
}
