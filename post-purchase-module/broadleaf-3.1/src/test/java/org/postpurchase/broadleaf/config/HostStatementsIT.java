package org.postpurchase.broadleaf.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.hibernate.engine.jdbc.spi.JdbcWrapper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The plugin's statements in a transaction of the host. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostStatementsIT {
  private static final String SQL = "select count(*) from PP_INSTALLATION";

  @Test
  void are_the_pools_and_not_proxies_that_warn_of_each_result() {
    HostContext.get();
    HostContext.watch().reset();
    JdbcTemplate plain = new JdbcTemplate(HostContext.dataSource());
    JdbcTemplate ours = HostStatements.on(HostContext.dataSource());

    HostContext.plugin()
        .getTransactions()
        .run(
            () -> {
              assertThat(isProxy(plain)).as("what the host hands out").isTrue();
              assertThat(isProxy(ours)).isFalse();
              assertThat(ours.queryForObject(SQL, Integer.class)).isEqualTo(1);
              assertThat(ours.update("update PP_INSTALLATION set INSTALLED_AT = INSTALLED_AT"))
                  .isEqualTo(1);
            });
    assertThat(isProxy(ours)).as("outside of a transaction").isFalse();
  }

  private static boolean isProxy(JdbcTemplate jdbc) {
    return jdbc.execute(
        SQL,
        (PreparedStatement statement) -> {
          assertThat(statement.execute()).isTrue();
          try (ResultSet rows = statement.getResultSet()) {
            assertThat(rows.next()).isTrue();
          }
          return statement instanceof JdbcWrapper;
        });
  }
}
