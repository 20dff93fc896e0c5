package org.postpurchase.series.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.series.Enrollment;
import org.postpurchase.series.MemberMoment;
import org.postpurchase.series.Trigger;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** What made members enter, one row for each of their runs. */
final class JdbcMoments {
  private static final String KEEP =
      "insert into PP_MEMBER_MOMENT (ENROLLMENT_ID, TRIGGER_KEY, MOMENT_KEY, HAPPENED_AT, DAY_AT,"
          + " TOLD) values (?, ?, ?, ?, ?, ?)";
  private static final String OF =
      "select TRIGGER_KEY, MOMENT_KEY, HAPPENED_AT, DAY_AT, TOLD from PP_MEMBER_MOMENT where"
          + " ENROLLMENT_ID = ?";

  private final JdbcTemplate jdbc;

  JdbcMoments(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void keep(long enrollmentId, MemberMoment moment) {
    String told = moment.values.kept();
    jdbc.update(
        KEEP,
        enrollmentId,
        moment.trigger.name(),
        moment.key,
        Utc.param(moment.happenedAt),
        Utc.param(moment.day.orElse(null)),
        told.isEmpty() ? null : told);
  }

  Optional<MemberMoment> of(Enrollment run) {
    return run.orderId != 0
        ? Optional.empty()
        : jdbc.query(OF, (row, n) -> moment(row, run.customerId), run.id).stream().findFirst();
  }

  private static MemberMoment moment(ResultSet row, long customerId) throws SQLException {
    Trigger trigger = Trigger.valueOf(row.getString("TRIGGER_KEY"));
    String key = row.getString("MOMENT_KEY");
    Instant happenedAt = Utc.instant(row, "HAPPENED_AT");
    Instant day = Utc.instant(row, "DAY_AT");
    MomentValues told = MomentValues.of(Columns.text(row, "TOLD"));
    return day == null
        ? MemberMoment.happened(trigger, customerId, key, happenedAt, told)
        : MemberMoment.ahead(trigger, customerId, key, happenedAt, day, told);
  }
}
