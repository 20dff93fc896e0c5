package org.postpurchase.shared.jdbc;

import java.time.Clock;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Reasons;
import org.springframework.jdbc.core.JdbcTemplate;

/** Audit rows in PP_AUDIT. */
public final class JdbcAuditLog implements AuditLog {
  private static final String INSERT =
      "insert into PP_AUDIT (ACTOR, ACTION, SUBJECT, OUTCOME, DETAIL, RECORDED_AT) values (?, ?, ?, ?, ?, ?)";

  private final JdbcTemplate jdbc;
  private final Clock clock;

  public JdbcAuditLog(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void done(String actor, String action, String subject, String detail) {
    insert(actor, action, subject, "DONE", detail);
  }

  @Override
  public void refused(String actor, String action, String subject, String detail) {
    insert(actor, action, subject, "REFUSED", detail);
  }

  private void insert(String actor, String action, String subject, String outcome, String detail) {
    jdbc.update(
        INSERT,
        Reasons.clip(actor, 120),
        action,
        Reasons.clip(subject, 200),
        outcome,
        Reasons.clip(detail, 4000),
        Utc.param(clock.instant()));
  }
}
