package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.broadleaf.testkit.CrashingPoints;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The JVM dies while an order is paid partly in points. When a shop is up again and the hold's life
 * is over, points are spent if and only if the order was placed, and all others can be used.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PointsCrashIT {
  private static TestDatabase database;
  private static JdbcTemplate jdbc;

  @BeforeAll
  static void a_shop_with_tables() throws Exception {
    database = TestDatabase.postgres();
    jdbc = new JdbcTemplate(database.dataSource());
    assertThat(shop("create", "none")).as("an undisturbed checkout").isZero();
    assertThat(shop("validate", "settle")).isZero();
    assertThat(spent()).isEqualTo(1200);
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "before-hold",
        "after-hold",
        "before-hold-commit",
        "after-hold-commit",
        "after-payment",
        "after-completion",
        "before-order",
        "before-order-commit",
        "after-order-commit"
      })
  void points_are_spent_once_or_usable_wherever_the_jvm_dies(String point) throws Exception {
    assertThat(shop("validate", point)).isEqualTo(CrashingPoints.HALTED);
    jdbc.update("update PP_POINTS_HOLD set EXPIRES_AT = CREATED_AT where STATE = 'HELD'");
    assertThat(shop("validate", "settle")).isZero();

    assertThat(spent()).isIn(0L, 1200L);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from PP_POINTS_HOLD h left join BLC_ORDER o on o.ORDER_ID = h.ORDER_ID"
                    + " where (h.STATE = 'CAPTURED') <> (coalesce(o.ORDER_STATUS, '') = 'SUBMITTED')",
                Integer.class))
        .as("captured if and only if the order was placed")
        .isZero();
    assertThat(
            jdbc.queryForObject(
                "select count(*) from PP_POINTS_ACCOUNT a where HELD <> 0 or AVAILABLE <> ? - (select"
                    + " coalesce(sum(h.POINTS), 0) from PP_POINTS_HOLD h where h.ACCOUNT_ID ="
                    + " a.ACCOUNT_ID and h.STATE = 'CAPTURED')",
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
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(
        List.of(
            "-Xmx700m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dmvel2.disable.jit=true"));
    for (String opened : List.of("lang", "util", "io", "net", "text", "math", "lang.reflect")) {
      command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
    }
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), CrashingPoints.class.getName()));
    command.addAll(
        List.of(
            database.jdbcUrl(),
            database.user(),
            database.password(),
            database.name(),
            hbm2ddl,
            point));
    File log = File.createTempFile("crash-points", ".log", new File("target"));
    Process shop =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    try {
      assertThat(shop.waitFor(180, TimeUnit.SECONDS)).as("the shop ends, see %s", log).isTrue();
      return shop.exitValue();
    } finally {
      shop.destroyForcibly();
    }
  }
}
