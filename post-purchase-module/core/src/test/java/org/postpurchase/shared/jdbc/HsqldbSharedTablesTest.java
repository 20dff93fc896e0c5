package org.postpurchase.shared.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

final class HsqldbSharedTablesTest extends SharedTablesContract {
  /** Where HSQLDB writes each statement that failed. */
  private static final Logger ENGINE = Logger.getLogger("hsqldb.db");

  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }

  @Test
  void a_lease_that_somebody_has_is_no_error_in_the_log_of_the_database() {
    CoreDatabase database = shared();
    JdbcLeases leases = new JdbcLeases(database.jdbc, database.dialect, database.transactions);
    List<String> errors = new CopyOnWriteArrayList<>();
    Handler heard =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            errors.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    ENGINE.addHandler(heard);
    try {
      for (int i = 0; i < 5; i++) {
        assertThat(leases.hold("quiet", "a", 300)).isTrue();
        assertThat(leases.hold("quiet", "b", 300)).isFalse();
      }
    } finally {
      ENGINE.removeHandler(heard);
    }
    assertThat(errors).isEmpty();
  }
}
