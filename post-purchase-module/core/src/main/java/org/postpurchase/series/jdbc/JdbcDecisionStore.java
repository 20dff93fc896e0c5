package org.postpurchase.series.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.postpurchase.series.DecisionStore;
import org.postpurchase.series.ReasonCode;
import org.postpurchase.series.TouchDecision;
import org.postpurchase.series.Verdict;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcDecisionStore implements DecisionStore {
  private static final String INSERT =
      "insert into PP_TOUCH_DECISION (DECISION_KEY, TOUCH, ORDER_ID, VERDICT, REASON_CODE, DECIDED_AT, MESSAGE_ID)"
          + " values (?, ?, ?, ?, ?, ?, ?)";
  private static final String OF_ORDER =
      "select DECISION_KEY, TOUCH, ORDER_ID, VERDICT, REASON_CODE, DECIDED_AT, MESSAGE_ID from PP_TOUCH_DECISION"
          + " where ORDER_ID = ? order by DECISION_ID";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcDecisionStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public boolean store(TouchDecision d) {
    return inserts.ifAbsent(
        INSERT,
        d.key,
        d.touch,
        d.orderId,
        d.verdict.name(),
        d.reason.name(),
        Utc.param(d.decidedAt),
        d.messageId.isPresent() ? (Long) d.messageId.getAsLong() : null);
  }

  @Override
  public List<TouchDecision> ofOrder(long orderId) {
    return jdbc.query(OF_ORDER, (row, n) -> decision(row), orderId);
  }

  private static TouchDecision decision(ResultSet row) throws SQLException {
    long messageId = row.getLong("MESSAGE_ID");
    OptionalLong message = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(messageId);
    return new TouchDecision(
        row.getString("DECISION_KEY"),
        row.getString("TOUCH"),
        row.getLong("ORDER_ID"),
        Verdict.valueOf(row.getString("VERDICT")),
        ReasonCode.valueOf(row.getString("REASON_CODE")),
        Utc.instant(row, "DECIDED_AT"),
        message);
  }
}
