package org.postpurchase.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.migrations.testkit.SqlScript;
import org.postpurchase.migrations.testkit.TestDatabase;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MigrateCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void migrates_the_database_it_is_pointed_at_and_can_be_repeated() {
    try (TestDatabase database = TestDatabase.hsqldb()) {
      String[] command = {"--url", database.jdbcUrl(), "--user", "SA", "--phase", "all"};

      assertThat(migrate(command)).isZero();
      assertThat(out()).contains("Applied pp-outbox").contains("Done:");
      assertThat(migrate(command)).isZero();
      assertThat(out()).contains("Nothing to do");
    }
  }

  @Test
  void prints_no_sql_for_a_database_that_is_up_to_date() {
    try (TestDatabase database = TestDatabase.hsqldb().withTables()) {
      assertThat(migrate("--url", database.jdbcUrl(), "--user", "SA", "--sql")).isZero();

      assertThat(out().lines().filter(line -> !line.isBlank() && !line.startsWith("--"))).isEmpty();
    }
  }

  @Test
  void prints_the_sql_of_a_dropped_table_alone() throws SQLException {
    try (TestDatabase database = TestDatabase.hsqldb().withTables()) {
      SqlScript.of("drop table PP_LOYALTY_TIER;").run(database.dataSource());

      assertThat(migrate("--url", database.jdbcUrl(), "--user", "SA", "--sql")).isZero();

      assertThat(out()).containsIgnoringCase("create table PP_LOYALTY_TIER");
      assertThat(out().toUpperCase(Locale.ROOT).split("CREATE TABLE")).hasSize(2);
    }
  }

  @Test
  void prints_sql_for_each_database_without_having_one() {
    for (TargetDatabase target : TargetDatabase.values()) {
      assertThat(migrate("--offline", target.name().toLowerCase(Locale.ROOT))).isZero();
      assertThat(out()).containsIgnoringCase("create table PP_OUTBOX").doesNotContain("BLC_ADMIN");
    }
  }

  @Test
  void explains_what_was_wrong_with_the_command() {
    assertThat(migrate()).isEqualTo(2);
    assertThat(err()).contains("--url or --offline").contains("Usage");
    assertThat(migrate("--url", "jdbc:none:x?password=secret")).isEqualTo(2);
    assertThat(err()).contains("No JDBC driver").doesNotContain("secret");
    assertThat(migrate("--offline", "oracle")).isEqualTo(2);
    assertThat(err()).contains("postgresql");
    assertThat(migrate("--phase")).isEqualTo(2);
    assertThat(err()).contains("--phase needs a value");
  }

  @Test
  void says_that_the_database_cannot_be_reached() {
    assertThat(migrate("--url", "jdbc:postgresql://127.0.0.1:1/none", "--user", "x")).isEqualTo(1);
    assertThat(err()).contains("Check that it is running");
  }

  @Test
  void takes_the_password_from_the_environment() {
    try (TestDatabase database = TestDatabase.hsqldb()) {
      int code =
          new Migrate(new PrintStream(out), new PrintStream(err))
              .run(
                  new String[] {"--url", database.jdbcUrl(), "--user", "SA"},
                  Map.of("PP_DB_PASSWORD", "wrong"));

      assertThat(code).isEqualTo(1);
    }
  }

  private int migrate(String... arguments) {
    out.reset();
    err.reset();
    return new Migrate(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(arguments, Map.of());
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
