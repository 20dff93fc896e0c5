package org.postpurchase.reward.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.reward.NewCode;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.reward.RewardGrant;
import org.postpurchase.reward.RewardState;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.ManyRows;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcRewardCodeStore implements RewardCodeStore {
  private static final String ADD =
      "insert into PP_REWARD_CODE (CODE, GRANT_KEY, OFFER_ID, TITLE, CONTACT, CUSTOMER_ID, ENROLLMENT_ID, STEP_KEY, STATE,"
          + " ISSUED_AT, EXPIRES_AT) values (?, ?, ?, ?, ?, ?, ?, ?, 'ISSUED', ?, ?)";
  private static final String SELECT =
      "select REWARD_CODE_ID, CODE, GRANT_KEY, OFFER_ID, TITLE, CONTACT, CUSTOMER_ID, ENROLLMENT_ID, STEP_KEY, STATE,"
          + " ISSUED_AT, EXPIRES_AT, ORDER_ID, TAKEN_AT from PP_REWARD_CODE";
  private static final String BY_KEY = SELECT + " where GRANT_KEY = ?";
  private static final String BY_STEP =
      SELECT + " where ENROLLMENT_ID = ? and STEP_KEY = ? order by REWARD_CODE_ID desc limit 1";
  private static final String NEWEST =
      SELECT + " where ENROLLMENT_ID = ? order by REWARD_CODE_ID desc limit 1";
  private static final String TAKEN_BY =
      SELECT + " where ORDER_ID = ? and STATE in ('RESERVED', 'USED') order by REWARD_CODE_ID";
  private static final String RESERVED_BEFORE =
      SELECT
          + " where STATE = 'RESERVED' and TAKEN_AT < ? order by TAKEN_AT, REWARD_CODE_ID limit ?";

  /** One winner on any database: the row lock makes the second see the first one's state. */
  private static final String RESERVE =
      "update PP_REWARD_CODE set STATE = 'RESERVED', ORDER_ID = ?, TAKEN_AT = ? where REWARD_CODE_ID = ?"
          + " and (STATE = 'ISSUED' or (STATE = 'RESERVED' and ORDER_ID = ?))";

  private static final String USE =
      "update PP_REWARD_CODE set STATE = 'USED', TAKEN_AT = ? where ORDER_ID = ? and STATE = 'RESERVED'";
  private static final String GIVE_BACK =
      "update PP_REWARD_CODE set STATE = 'ISSUED', ORDER_ID = 0, TAKEN_AT = null"
          + " where ORDER_ID = ? and STATE in ('RESERVED', 'USED')";

  private static final String PROLONG =
      "update PP_REWARD_CODE set EXPIRES_AT = ? where ORDER_ID = ? and STATE in ('RESERVED', 'USED')"
          + " and EXPIRES_AT <= ? and EXPIRES_AT < ?";

  private static final String RELEASE =
      "update PP_REWARD_CODE set STATE = 'ISSUED', ORDER_ID = 0, TAKEN_AT = null"
          + " where REWARD_CODE_ID = ? and ORDER_ID = ? and STATE = 'RESERVED' and TAKEN_AT <= ?";

  private static final String REVOKE =
      "update PP_REWARD_CODE set STATE = 'REVOKED' where REWARD_CODE_ID = ? and STATE = 'ISSUED'";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final ManyRows many;

  JdbcRewardCodeStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.many = new ManyRows(jdbc, inserts.dialect());
  }

  @Override
  public boolean add(
      RewardGrant g, String code, String title, Instant issuedAt, Instant expiresAt) {
    return inserts.ifAbsent(ADD, row(g, code, title, issuedAt, expiresAt));
  }

  @Override
  public void addAll(List<NewCode> codes) {
    many.insert(
        ADD,
        codes.stream()
            .map(c -> row(c.grant, c.code, c.title, c.issuedAt, c.expiresAt))
            .collect(Collectors.toList()));
  }

  private static Object[] row(
      RewardGrant g, String code, String title, Instant issuedAt, Instant expiresAt) {
    return new Object[] {
      RewardCode.normalised(code),
      g.key,
      g.offerId,
      Reasons.clip(title, 255),
      g.contact,
      g.customerId,
      g.enrollmentId,
      g.stepKey,
      Utc.param(issuedAt),
      Utc.param(expiresAt)
    };
  }

  @Override
  public Set<String> known(Collection<String> grantKeys) {
    return many.known("PP_REWARD_CODE", "GRANT_KEY", grantKeys);
  }

  @Override
  public List<RewardCode> ofEnrollments(Collection<Long> enrollmentIds) {
    return among("ENROLLMENT_ID", enrollmentIds, "");
  }

  @Override
  public List<RewardCode> takenByAny(Collection<Long> orderIds) {
    return among("ORDER_ID", orderIds, " and STATE in ('RESERVED', 'USED')");
  }

  private List<RewardCode> among(String column, Collection<Long> values, String condition) {
    if (values.isEmpty()) {
      return Collections.emptyList();
    }
    OneOf these = many.oneOf(column, values);
    return jdbc.query(
        SELECT + " where " + these.sql + condition + " order by REWARD_CODE_ID",
        (row, n) -> code(row),
        these.args());
  }

  @Override
  public int useAll(Collection<Long> orderIds, Instant now) {
    OneOf these = many.oneOf("ORDER_ID", orderIds);
    return jdbc.update(
        "update PP_REWARD_CODE set STATE = 'USED', TAKEN_AT = ? where "
            + these.sql
            + " and STATE = 'RESERVED'",
        these.argsAfter(Utc.param(now)));
  }

  @Override
  public Optional<RewardCode> findByKey(String grantKey) {
    return one(BY_KEY, grantKey);
  }

  @Override
  public List<RewardCode> findByCodes(Collection<String> codes) {
    if (codes.isEmpty()) {
      return Collections.emptyList();
    }
    return oneOf("CODE", codes.stream().map(RewardCode::normalised).toArray());
  }

  @Override
  public List<RewardCode> findByIds(Collection<Long> ids) {
    return ids.isEmpty() ? Collections.emptyList() : oneOf("REWARD_CODE_ID", ids.toArray());
  }

  private List<RewardCode> oneOf(String column, Object... values) {
    String marks = String.join(", ", Collections.nCopies(values.length, "?"));
    return jdbc.query(
        SELECT + " where " + column + " in (" + marks + ") order by REWARD_CODE_ID",
        (row, n) -> code(row),
        values);
  }

  @Override
  public Optional<RewardCode> findByStep(long enrollmentId, String stepKey) {
    return one(BY_STEP, enrollmentId, stepKey);
  }

  @Override
  public Optional<RewardCode> newestOf(long enrollmentId) {
    return one(NEWEST, enrollmentId);
  }

  @Override
  public boolean reserve(RewardCode code, long orderId, Instant now) {
    return jdbc.update(RESERVE, orderId, Utc.param(now), code.id, orderId) == 1;
  }

  @Override
  public List<RewardCode> takenBy(long orderId) {
    return jdbc.query(TAKEN_BY, (row, n) -> code(row), orderId);
  }

  @Override
  public int use(long orderId, Instant now) {
    return jdbc.update(USE, Utc.param(now), orderId);
  }

  @Override
  public int giveBack(long orderId, Instant now, Instant graceUntil) {
    jdbc.update(PROLONG, Utc.param(graceUntil), orderId, Utc.param(now), Utc.param(graceUntil));
    return jdbc.update(GIVE_BACK, orderId);
  }

  @Override
  public boolean release(RewardCode code, Instant reservedBy) {
    return jdbc.update(RELEASE, code.id, code.orderId, Utc.param(reservedBy)) == 1;
  }

  @Override
  public boolean revoke(long rewardCodeId) {
    return jdbc.update(REVOKE, rewardCodeId) == 1;
  }

  @Override
  public List<RewardCode> reservedBefore(Instant moment, int limit) {
    return jdbc.query(RESERVED_BEFORE, (row, n) -> code(row), Utc.param(moment), limit);
  }

  private Optional<RewardCode> one(String select, Object... args) {
    return jdbc.query(select, (row, n) -> code(row), args).stream().findFirst();
  }

  private static RewardCode code(ResultSet row) throws SQLException {
    return new RewardCode(
        row.getLong("REWARD_CODE_ID"),
        row.getString("CODE"),
        new RewardGrant(
            row.getString("GRANT_KEY"),
            row.getLong("OFFER_ID"),
            row.getString("CONTACT"),
            row.getLong("CUSTOMER_ID"),
            row.getLong("ENROLLMENT_ID"),
            Columns.text(row, "STEP_KEY")),
        row.getString("TITLE"),
        RewardState.valueOf(row.getString("STATE")),
        Utc.instant(row, "ISSUED_AT"),
        Utc.instant(row, "EXPIRES_AT"),
        row.getLong("ORDER_ID"),
        Utc.instant(row, "TAKEN_AT"));
  }
}
