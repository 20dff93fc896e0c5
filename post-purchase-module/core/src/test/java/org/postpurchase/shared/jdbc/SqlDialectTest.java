package org.postpurchase.shared.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.shared.PostPurchaseException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SqlDialectTest {
  @ParameterizedTest
  @CsvSource({
    "HSQL Database Engine, 2.3.1, 2, 3, HSQLDB",
    "PostgreSQL, 15.13, 15, 13, POSTGRESQL",
    "MySQL, 8.0.36, 8, 0, MYSQL",
    "MySQL, 5.7.44, 5, 7, MYSQL_WITHOUT_SKIP_LOCKED",
    "MariaDB, 10.11.6-MariaDB, 10, 11, MARIADB",
    "MariaDB, 11.4.2-MariaDB, 11, 4, MARIADB",
    "MariaDB, 10.6.0-MariaDB, 10, 6, MARIADB",
    "MariaDB, 10.5.23-MariaDB, 10, 5, MYSQL_WITHOUT_SKIP_LOCKED",
    "MySQL, 5.5.5-10.11.6-MariaDB, 5, 5, MYSQL_WITHOUT_SKIP_LOCKED"
  })
  void each_database_is_recognised_with_what_it_can_do(
      String product, String version, int major, int minor, SqlDialect dialect) {
    assertThat(SqlDialect.of(product, version, major, minor)).isEqualTo(dialect);
  }

  @Test
  void a_database_that_is_not_supported_is_named() {
    assertThatThrownBy(() -> SqlDialect.of("Oracle", "19c", 19, 0))
        .isInstanceOf(PostPurchaseException.class)
        .hasMessageContaining("'Oracle 19c' is not supported")
        .hasMessageContaining("PostgreSQL");
  }

  @Test
  void only_a_taken_key_counts_as_taken() {
    assertThat(SqlDialect.isTaken(new SQLException("dup", "23505"))).isTrue();
    assertThat(SqlDialect.isTaken(new SQLException("dup", "23000", 1062))).isTrue();
    assertThat(SqlDialect.isTaken(new SQLException("null", "23502"))).isFalse();
    assertThat(SqlDialect.isTaken(new SQLException("check", "23000", 4025))).isFalse();
    assertThat(SqlDialect.isTaken(new SQLException("long", "22001", 1406))).isFalse();
  }
}
