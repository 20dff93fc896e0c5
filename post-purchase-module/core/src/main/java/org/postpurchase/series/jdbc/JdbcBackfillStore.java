package org.postpurchase.series.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.series.Backfill;
import org.postpurchase.series.BackfillStore;
import org.postpurchase.series.ReasonCode;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Back-fills in PP_BACKFILL and PP_BACKFILL_ORDER. */
final class JdbcBackfillStore implements BackfillStore {
  private static final int PAGE = 500;
  private static final String ENTERED = "ENTERED";

  private static final String ADD =
      "insert into PP_BACKFILL (GOES_ON, SERIES_ID, STATE, COUNTED, PER_HOUR, STARTED_BY,"
          + " STARTED_AT, NEXT_AT) values (?, ?, 'RUNNING', ?, ?, ?, ?, ?)";
  private static final String ADD_ORDER =
      "insert into PP_BACKFILL_ORDER (BACKFILL_ID, ORDER_ID, HAPPENED_AT, OUTCOME)"
          + " values (?, ?, ?, 'WAITING')";
  private static final String SELECT =
      "select BACKFILL_ID, SERIES_ID, STATE, COUNTED, PER_HOUR, STARTED_BY, STARTED_AT, ENDED_AT"
          + " from PP_BACKFILL where ";
  private static final String FIRST =
      "select NEXT_AT from PP_BACKFILL where NEXT_AT is not null order by NEXT_AT limit 1";
  private static final String CLAIM =
      "update PP_BACKFILL set NEXT_AT = ? where BACKFILL_ID = ? and STATE = ? and NEXT_AT <= ?";
  private static final String MOVE =
      "update PP_BACKFILL set STATE = ?, NEXT_AT = ?, ENDED_AT = ?, GOES_ON = ?"
          + " where BACKFILL_ID = ? and STATE = ?";
  private static final String NEXT =
      "select ORDER_ID, HAPPENED_AT from PP_BACKFILL_ORDER where BACKFILL_ID = ? and OUTCOME ="
          + " 'WAITING' order by ORDER_ID desc limit ?";
  private static final String SETTLE =
      "update PP_BACKFILL_ORDER set OUTCOME = ?, ENROLLMENT_ID = ? where BACKFILL_ID = ? and"
          + " ORDER_ID = ? and OUTCOME = 'WAITING'";
  private static final String ACTIVE =
      "select o.ENROLLMENT_ID from PP_BACKFILL_ORDER o join PP_ENROLLMENT e on e.ENROLLMENT_ID ="
          + " o.ENROLLMENT_ID where o.BACKFILL_ID = ? and o.OUTCOME = 'ENTERED' and e.STATE ="
          + " 'ACTIVE' order by o.ENROLLMENT_ID limit ?";
  private static final String OUTCOMES =
      "select OUTCOME, count(*) as N from PP_BACKFILL_ORDER where BACKFILL_ID = ? group by OUTCOME"
          + " order by 2 desc, 1";
  private static final String ENDED =
      "select BACKFILL_ID from PP_BACKFILL where ENDED_AT < ? and NEXT_AT is null"
          + " order by BACKFILL_ID limit ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcBackfillStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public Optional<Backfill> add(
      long seriesId, Backfill.Size size, Map<Long, Instant> orders, String startedBy, Instant now) {
    boolean isNew =
        inserts.ifAbsent(
            ADD,
            seriesId,
            seriesId,
            size.counted,
            size.perHour,
            startedBy,
            Utc.param(now),
            Utc.param(now));
    if (!isNew) {
      return Optional.empty();
    }
    Backfill begun = list("GOES_ON = ?", seriesId).get(0);
    List<Object[]> rows = new ArrayList<>();
    orders.forEach(
        (order, at) -> {
          rows.add(new Object[] {begun.id, order, Utc.param(at)});
          if (rows.size() == PAGE) {
            jdbc.batchUpdate(ADD_ORDER, rows);
            rows.clear();
          }
        });
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(ADD_ORDER, rows);
    }
    return Optional.of(begun);
  }

  private List<Backfill> list(String where, Object... args) {
    return jdbc.query(SELECT + where, (row, n) -> backfill(row), args);
  }

  private static Backfill backfill(ResultSet row) throws SQLException {
    return new Backfill(
        row.getLong("BACKFILL_ID"),
        row.getLong("SERIES_ID"),
        Backfill.State.valueOf(row.getString("STATE")),
        new Backfill.Size(row.getInt("COUNTED"), row.getInt("PER_HOUR")),
        row.getString("STARTED_BY"),
        new Backfill.Span(Utc.instant(row, "STARTED_AT"), Utc.instant(row, "ENDED_AT")));
  }

  @Override
  public Optional<Backfill> find(long id) {
    return list("BACKFILL_ID = ?", id).stream().findFirst();
  }

  @Override
  public List<Backfill> ofSeries(long seriesId) {
    return list("SERIES_ID = ? order by BACKFILL_ID desc limit 20", seriesId);
  }

  @Override
  public List<Backfill> due(Instant now) {
    return list("NEXT_AT <= ? order by NEXT_AT, BACKFILL_ID", Utc.param(now));
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return jdbc.query(FIRST, (row, n) -> Utc.instant(row, "NEXT_AT")).stream().findFirst();
  }

  @Override
  public boolean claim(Backfill due, Instant now, Instant next) {
    return jdbc.update(CLAIM, Utc.param(next), due.id, due.state.name(), Utc.param(now)) == 1;
  }

  @Override
  public boolean move(long id, Backfill.State from, Backfill.State to, Instant now) {
    boolean goesOn = to == Backfill.State.RUNNING || to == Backfill.State.UNDOING;
    return jdbc.update(
            MOVE,
            to.name(),
            goesOn ? Utc.param(now) : null,
            goesOn ? null : Utc.param(now),
            -id,
            id,
            from.name())
        == 1;
  }

  @Override
  public Map<Long, Instant> waiting(long id, int most) {
    Map<Long, Instant> waiting = new LinkedHashMap<>();
    jdbc.query(
        NEXT,
        row -> {
          waiting.put(row.getLong("ORDER_ID"), Utc.instant(row, "HAPPENED_AT"));
        },
        id,
        most);
    return waiting;
  }

  @Override
  public void entered(long id, Map<Long, Long> runs) {
    List<Object[]> rows = new ArrayList<>();
    runs.forEach((order, run) -> rows.add(new Object[] {ENTERED, run, id, order}));
    settle(rows);
  }

  @Override
  public void leftOut(long id, Map<Long, ReasonCode> reasons) {
    List<Object[]> rows = new ArrayList<>();
    reasons.forEach((order, reason) -> rows.add(new Object[] {reason.name(), 0L, id, order}));
    settle(rows);
  }

  private void settle(List<Object[]> rows) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(SETTLE, rows);
    }
  }

  @Override
  public List<Long> activeRuns(long id, int most) {
    return jdbc.queryForList(ACTIVE, Long.class, id, most);
  }

  @Override
  public Map<String, Integer> outcomes(long id) {
    Map<String, Integer> outcomes = new LinkedHashMap<>();
    jdbc.query(
        OUTCOMES,
        row -> {
          outcomes.put(row.getString("OUTCOME"), row.getInt("N"));
        },
        id);
    return outcomes;
  }

  @Override
  public int removeEndedBefore(Instant moment, int most) {
    List<Long> ids = jdbc.queryForList(ENDED, Long.class, Utc.param(moment), most);
    for (long id : ids) {
      jdbc.update("delete from PP_BACKFILL_ORDER where BACKFILL_ID = ?", id);
      jdbc.update("delete from PP_BACKFILL where BACKFILL_ID = ?", id);
    }
    return ids.size();
  }
}
