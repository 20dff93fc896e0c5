package org.postpurchase.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postpurchase.ledger.AdjustmentRequest;
import org.postpurchase.ledger.AdjustmentRequests;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.StaffMember;
import org.postpurchase.ledger.Verb;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adjustment requests in PP_POINTS_REQUEST. */
final class JdbcAdjustmentRequests implements AdjustmentRequests {
  private static final String ASK =
      "insert into PP_POINTS_REQUEST (REQUEST_KEY, KIND, ACCOUNT_ID, UNDOES_NO, POINTS, REASON_CODE, BATCH_ID, NOTE,"
          + " EXPIRES_AT, STATE, REQUESTED_BY_ID, REQUESTED_BY, REQUESTED_AT)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?)";
  private static final String SELECT =
      "select REQUEST_ID, REQUEST_KEY, KIND, ACCOUNT_ID, UNDOES_NO, POINTS, REASON_CODE, BATCH_ID, NOTE, EXPIRES_AT,"
          + " STATE, REQUESTED_BY_ID, REQUESTED_BY, REQUESTED_AT, DECIDED_BY_ID, DECIDED_BY, DECIDED_AT"
          + " from PP_POINTS_REQUEST";
  private static final String BY_KEY = SELECT + " where REQUEST_KEY = ?";
  private static final String WAITS =
      "select count(*) from PP_POINTS_REQUEST where STATE = 'WAITING' and KIND = ? and ACCOUNT_ID = ? and UNDOES_NO = ?"
          + " and coalesce(BATCH_ID, '') = ?";
  private static final String FIND = SELECT + " where REQUEST_ID = ?";
  private static final String LIST =
      SELECT + " where STATE = ? order by STATE, REQUEST_ID desc limit ?";
  private static final String OF_ACCOUNT =
      SELECT + " where ACCOUNT_ID = ? order by REQUEST_ID desc limit ?";
  private static final String DECIDE =
      "update PP_POINTS_REQUEST set STATE = ?, DECIDED_BY_ID = ?, DECIDED_BY = ?, DECIDED_AT = ?"
          + " where REQUEST_ID = ? and STATE = 'WAITING'";
  private static final String REOPEN =
      "update PP_POINTS_REQUEST set STATE = 'WAITING', DECIDED_BY_ID = 0, DECIDED_BY = null, DECIDED_AT = null"
          + " where REQUEST_ID = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcAdjustmentRequests(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public boolean ask(AdjustmentRequest request) {
    AdjustmentRequest.Details details = request.details;
    return inserts.ifAbsent(
        ASK,
        details.posting.key,
        details.kind.name(),
        details.accountId,
        details.undoes,
        details.points,
        details.posting.reasonCode,
        details.posting.batchId,
        request.note,
        Utc.param(details.expiresAt),
        request.askedBy.id,
        request.askedBy.login,
        Utc.param(request.requestedAt));
  }

  @Override
  public Optional<AdjustmentRequest> find(long id) {
    return jdbc.query(FIND, (row, n) -> request(row), id).stream().findFirst();
  }

  @Override
  public Optional<AdjustmentRequest> byKey(String key) {
    return jdbc.query(BY_KEY, (row, n) -> request(row), key).stream().findFirst();
  }

  @Override
  public boolean waits(AdjustmentRequest.Details undoing) {
    return jdbc.queryForObject(
            WAITS,
            Integer.class,
            undoing.kind.name(),
            undoing.accountId,
            undoing.undoes,
            undoing.posting.batchId)
        > 0;
  }

  @Override
  public List<AdjustmentRequest> list(AdjustmentRequest.State state, int limit) {
    return jdbc.query(LIST, (row, n) -> request(row), state.name(), limit);
  }

  @Override
  public List<AdjustmentRequest> ofAccount(long accountId, int limit) {
    return jdbc.query(OF_ACCOUNT, (row, n) -> request(row), accountId, limit);
  }

  @Override
  public boolean decide(long id, AdjustmentRequest.State decision, StaffMember by, Instant now) {
    return jdbc.update(DECIDE, decision.name(), by.id, by.login, Utc.param(now), id) == 1;
  }

  @Override
  public void reopen(long id) {
    jdbc.update(REOPEN, id);
  }

  private static AdjustmentRequest request(ResultSet row) throws SQLException {
    AdjustmentRequest.Details details =
        new AdjustmentRequest.Details(
            AdjustmentRequest.Kind.valueOf(row.getString("KIND")),
            row.getLong("ACCOUNT_ID"),
            new PostingRequest(
                Verb.ADJUST,
                row.getString("REQUEST_KEY"),
                0,
                row.getString("REASON_CODE"),
                row.getString("REQUESTED_BY"),
                Columns.text(row, "BATCH_ID")),
            row.getLong("POINTS"),
            Utc.instant(row, "EXPIRES_AT"),
            row.getLong("UNDOES_NO"));
    return AdjustmentRequest.waiting(
            details,
            new StaffMember(row.getLong("REQUESTED_BY_ID"), row.getString("REQUESTED_BY")),
            Columns.text(row, "NOTE"),
            Utc.instant(row, "REQUESTED_AT"))
        .stored(
            row.getLong("REQUEST_ID"),
            AdjustmentRequest.State.valueOf(row.getString("STATE")),
            new StaffMember(row.getLong("DECIDED_BY_ID"), Columns.text(row, "DECIDED_BY")),
            Utc.instant(row, "DECIDED_AT"));
  }
}
