package org.postpurchase.series.jdbc;

import org.postpurchase.series.BackfillStore;
import org.postpurchase.series.DecisionStore;
import org.postpurchase.series.EnrollmentStore;
import org.postpurchase.series.ExecutionStore;
import org.postpurchase.series.SeriesVersionStore;
import org.postpurchase.series.StepCountStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class SeriesJdbcModule {
  private SeriesJdbcModule() {}

  public static StepCountStore stepCounts(JdbcTemplate jdbc) {
    return new JdbcStepCounts(jdbc);
  }

  public static DecisionStore decisions(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcDecisionStore(jdbc, inserts);
  }

  public static SeriesVersionStore versions(JdbcTemplate jdbc, SqlDialect dialect) {
    return new JdbcSeriesVersionStore(jdbc, dialect);
  }

  public static EnrollmentStore enrollments(
      JdbcTemplate jdbc, Inserts inserts, SqlDialect dialect) {
    return new JdbcEnrollmentStore(jdbc, inserts, dialect);
  }

  public static BackfillStore backfills(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcBackfillStore(jdbc, inserts);
  }

  public static ExecutionStore executions(JdbcTemplate jdbc, SqlDialect dialect) {
    return new JdbcExecutionStore(jdbc, dialect);
  }
}
