package org.postpurchase.shared.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.WatchedWire;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainNullsTest {
  private static final String ADD = "insert into PP_NULLS (A, B, C) values (?, ?, ?)";

  @Test
  void a_null_costs_no_round_trip_of_its_own() throws Exception {
    CoreDatabase database = Databases.postgres();
    database.jdbc.execute("create table PP_NULLS (A bigint, B varchar(10), C timestamp)");
    try (WatchedWire wire = new WatchedWire(database)) {
      JdbcTemplate plain = new PlainNulls(wire.node.dataSource);
      JdbcTemplate springs = new JdbcTemplate(wire.node.dataSource);

      assertThat(wire.trips(() -> plain.update(ADD, null, null, null))).isEqualTo(1);
      assertThat(wire.trips(() -> springs.update(ADD, null, null, null))).isGreaterThan(1);
    } finally {
      database.jdbc.execute("drop table PP_NULLS");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hsqldb", "postgresql", "mariadb"})
  void nulls_arrive_as_nulls_alone_and_in_batches(String name) {
    CoreDatabase database =
        switch (name) {
          case "hsqldb" -> Databases.hsqldb();
          case "postgresql" -> Databases.postgres();
          default -> Databases.mariadb();
        };
    database.jdbc.execute("create table PP_NULLS (A bigint, B varchar(10), C varchar(10))");
    try {
      database.jdbc.update(ADD, null, "one", null);
      database.jdbc.batchUpdate(
          ADD, List.of(new Object[] {2L, null, null}, new Object[] {3L, "three", null}));

      assertThat(database.jdbc.queryForList("select B from PP_NULLS where A is null", String.class))
          .containsExactly("one");
      assertThat(
              database.jdbc.queryForObject(
                  "select count(*) from PP_NULLS where C is null", Integer.class))
          .isEqualTo(3);
      assertThat(
              database.jdbc.queryForObject(
                  "select count(*) from PP_NULLS where B is null", Integer.class))
          .isEqualTo(1);
    } finally {
      database.jdbc.execute("drop table PP_NULLS");
    }
  }
}
