package org.postpurchase.series.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.postpurchase.series.DecisionStore;
import org.postpurchase.series.ReasonCode;
import org.postpurchase.series.TouchDecision;
import org.postpurchase.series.Verdict;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.Who;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Filter;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.JdbcPages;
import org.postpurchase.shared.jdbc.ManyRows;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcDecisionStore implements DecisionStore {
  private static final String INSERT =
      "insert into PP_TOUCH_DECISION (DECISION_KEY, TOUCH, ORDER_ID, VERDICT, REASON_CODE,"
          + " DECIDED_AT, MESSAGE_ID, ENROLLMENT_ID, STEP_KEY, CONTACT, DETAIL) values (?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?)";
  private static final String SELECT =
      "select DECISION_KEY, TOUCH, ORDER_ID, VERDICT, REASON_CODE, DECIDED_AT, MESSAGE_ID,"
          + " ENROLLMENT_ID, STEP_KEY, CONTACT, DETAIL from PP_TOUCH_DECISION";
  private static final String OF_ORDER = SELECT + " where ORDER_ID = ? order by DECISION_ID";
  private static final String OF_ENROLLMENT =
      SELECT + " where ENROLLMENT_ID = ? order by DECISION_ID";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final ManyRows many;

  JdbcDecisionStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.many = new ManyRows(jdbc, inserts.dialect());
  }

  @Override
  public boolean store(TouchDecision d) {
    return inserts.ifAbsent(INSERT, row(d));
  }

  @Override
  public void storeAll(List<TouchDecision> decisions) {
    if (decisions.size() == 1) {
      store(decisions.get(0));
      return;
    }
    many.insertMissing(
        INSERT,
        "PP_TOUCH_DECISION",
        "DECISION_KEY",
        0,
        decisions.stream().map(JdbcDecisionStore::row).collect(Collectors.toList()));
  }

  private static Object[] row(TouchDecision d) {
    return new Object[] {
      d.key,
      d.touch,
      d.orderId,
      d.verdict.name(),
      d.reason.name(),
      Utc.param(d.decidedAt),
      d.messageId.isPresent() ? (Long) d.messageId.getAsLong() : null,
      d.enrollmentId == 0 ? null : d.enrollmentId,
      d.stepKey.isEmpty() ? null : d.stepKey,
      d.contact.isEmpty() ? null : d.contact,
      d.detail.isEmpty() ? null : d.detail
    };
  }

  @Override
  public List<TouchDecision> ofOrder(long orderId) {
    return jdbc.query(OF_ORDER, (row, n) -> decision(row), orderId);
  }

  @Override
  public List<TouchDecision> ofEnrollment(long enrollmentId) {
    return jdbc.query(OF_ENROLLMENT, (row, n) -> decision(row), enrollmentId);
  }

  @Override
  public List<TouchDecision> list(Verdict verdict, Who who, int limit, int offset) {
    Filter filter = new Filter().and("VERDICT", verdict).of(who);
    return jdbc.query(
        SELECT + filter.where() + " order by DECISION_ID desc limit ? offset ?",
        (row, n) -> decision(row),
        filter.arguments(limit, offset));
  }

  @Override
  public int count(Verdict verdict, Who who) {
    Filter filter = new Filter().and("VERDICT", verdict).of(who);
    return jdbc.queryForObject(
        "select count(*) from PP_TOUCH_DECISION" + filter.where(),
        Integer.class,
        filter.arguments());
  }

  @Override
  public Pages<Verdict, TouchDecision> pages() {
    return new JdbcPages<>(
        jdbc, SELECT, "DECISION_ID", "VERDICT", Filter::of, (row, n) -> decision(row));
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
        message,
        new TouchDecision.Place(
            row.getLong("ENROLLMENT_ID"),
            Columns.text(row, "STEP_KEY"),
            Columns.text(row, "CONTACT")),
        Columns.text(row, "DETAIL"));
  }
}
