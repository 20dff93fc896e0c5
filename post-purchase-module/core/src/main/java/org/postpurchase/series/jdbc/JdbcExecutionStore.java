package org.postpurchase.series.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.series.EndedRest;
import org.postpurchase.series.ExecutionChange;
import org.postpurchase.series.ExecutionState;
import org.postpurchase.series.ExecutionStore;
import org.postpurchase.series.NewRun;
import org.postpurchase.series.Step;
import org.postpurchase.series.StepExecution;
import org.postpurchase.shared.jdbc.ManyRows;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcExecutionStore implements ExecutionStore {
  /** How many steps are made due by one statement. */
  private static final int LOOKS = 1000;

  private final JdbcTemplate jdbc;
  private final SqlDialect dialect;
  private final ExecutionSql sql;
  private final ManyRows many;

  JdbcExecutionStore(JdbcTemplate jdbc, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.sql = new ExecutionSql(dialect);
    this.many = new ManyRows(jdbc, dialect);
  }

  @Override
  public void add(long enrollmentId, Step step, Instant dueAt) {
    jdbc.update(ExecutionSql.ADD, row(enrollmentId, step, dueAt));
  }

  @Override
  public List<StepExecution> claim(Instant now, int limit) {
    return taken(jdbc.query(sql.claim, (row, n) -> execution(row), Utc.param(now), limit));
  }

  @Override
  public Optional<StepExecution> claimOne(long id, Instant now) {
    return taken(jdbc.query(sql.claimOne, (row, n) -> execution(row), id, Utc.param(now))).stream()
        .findFirst();
  }

  /** Read with their locks they are ours; elsewhere whoever changes the epoch first has them. */
  private List<StepExecution> taken(List<StepExecution> due) {
    if (dialect.canSkipLocked()) {
      return due;
    }
    List<StepExecution> won = new ArrayList<>();
    for (StepExecution e : due) {
      if (jdbc.update(ExecutionSql.TAKE, e.id, e.epoch) == 1) {
        won.add(
            new StepExecution(
                e.id,
                e.enrollmentId,
                e.stepKey,
                e.state,
                e.dueAt,
                e.plannedAt,
                e.attempts,
                e.epoch + 1,
                e.reason));
      }
    }
    return won;
  }

  @Override
  public void schedule(StepExecution e, Instant dueAt) {
    jdbc.update(ExecutionSql.SCHEDULE, Utc.param(dueAt), Utc.param(dueAt), e.id);
  }

  @Override
  public void defer(StepExecution e, Instant dueAt, String reason) {
    jdbc.update(ExecutionSql.DEFER, Utc.param(dueAt), reason, e.id, e.epoch);
  }

  @Override
  public boolean finish(StepExecution e, ExecutionState state, String reason, Instant at) {
    return jdbc.update(ExecutionSql.FINISH, state.name(), reason, Utc.param(at), e.id, e.epoch)
        == 1;
  }

  @Override
  public boolean cancel(long id, String reason, Instant at) {
    return jdbc.update(ExecutionSql.CANCEL, reason, Utc.param(at), id) == 1;
  }

  @Override
  public void retryLater(StepExecution e, Instant dueAt, String reason) {
    jdbc.update(ExecutionSql.RETRY_LATER, Utc.param(dueAt), reason, e.id, e.epoch);
  }

  @Override
  public void park(StepExecution e, String reason, Instant at) {
    jdbc.update(ExecutionSql.PARK, reason, Utc.param(at), e.id, e.epoch);
  }

  @Override
  public boolean unpark(long id, Instant now) {
    return jdbc.update(ExecutionSql.UNPARK, Utc.param(now), Utc.param(now), TRIED_AGAIN, id) == 1;
  }

  @Override
  public Optional<StepExecution> find(long id) {
    return jdbc.query(ExecutionSql.FIND, (row, n) -> execution(row), id).stream().findFirst();
  }

  @Override
  public Optional<StepExecution> find(long enrollmentId, String stepKey) {
    return jdbc
        .query(ExecutionSql.FIND_STEP, (row, n) -> execution(row), enrollmentId, stepKey)
        .stream()
        .findFirst();
  }

  @Override
  public List<StepExecution> ofEnrollment(long enrollmentId) {
    return jdbc.query(ExecutionSql.OF_ENROLLMENT, (row, n) -> execution(row), enrollmentId);
  }

  @Override
  public List<StepExecution> ofEnrollments(Collection<Long> enrollmentIds) {
    return of(enrollmentIds, "");
  }

  @Override
  public List<StepExecution> lockOfEnrollments(Collection<Long> enrollmentIds) {
    if (!dialect.canSkipLocked()) { // there a select takes no lock that others wait for
      OneOf these = many.oneOf("ENROLLMENT_ID", enrollmentIds);
      jdbc.update("update PP_STEP_EXECUTION set STATE = STATE where " + these.sql, these.args());
    }
    return of(enrollmentIds, dialect.forUpdate());
  }

  private List<StepExecution> of(Collection<Long> enrollmentIds, String lock) {
    OneOf these = many.oneOf("ENROLLMENT_ID", enrollmentIds);
    return jdbc.query(
        ExecutionSql.SELECT + " where " + these.sql + ExecutionSql.IN_ORDER + lock,
        (row, n) -> execution(row),
        these.args());
  }

  @Override
  public void write(List<ExecutionChange> changes) {
    Map<ExecutionChange.Kind, ManyRows.Changes> byKind = new EnumMap<>(ExecutionChange.Kind.class);
    for (ExecutionChange change : changes) {
      byKind.computeIfAbsent(change.kind, this::changes).add(change.before.id, values(change));
    }
    byKind.values().forEach(ManyRows.Changes::write);
  }

  private ManyRows.Changes changes(ExecutionChange.Kind kind) {
    switch (kind) {
      case DEFER:
        return changes(ExecutionSql.DEFER_MANY, ExecutionSql.STILL_SCHEDULED);
      case SCHEDULE:
        return changes(ExecutionSql.SCHEDULE_MANY, ExecutionSql.STILL_MOVABLE);
      case PARK:
        return changes(ExecutionSql.END_MANY, ExecutionSql.STILL_SCHEDULED);
      default:
        return changes(ExecutionSql.END_MANY, ExecutionSql.STILL_OPEN);
    }
  }

  private ManyRows.Changes changes(String update, String guard) {
    return many.changes(update, "EXECUTION_ID", guard);
  }

  private static Object[] values(ExecutionChange c) {
    switch (c.kind) {
      case DEFER:
        return new Object[] {Utc.param(c.dueAt), c.reason};
      case SCHEDULE:
        return new Object[] {Utc.param(c.dueAt), Utc.param(c.dueAt)};
      default:
        return new Object[] {c.state.name(), c.reason, Utc.param(c.at)};
    }
  }

  @Override
  public void addAll(Map<Long, NewRun> runs) {
    List<Object[]> rows = new ArrayList<>();
    runs.forEach((id, run) -> run.steps().forEach((step, dueAt) -> rows.add(row(id, step, dueAt))));
    many.insert(ExecutionSql.ADD, rows);
  }

  @Override
  public void unschedule(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      OneOf these = many.oneOf("EXECUTION_ID", ids);
      jdbc.update(
          ExecutionSql.UNSCHEDULE + " where " + these.sql + ExecutionSql.STILL_SCHEDULED,
          these.args());
    }
  }

  @Override
  public void place(List<Step> steps, Collection<Long> enrollmentIds) {
    OneOf these = many.oneOf("ENROLLMENT_ID", enrollmentIds);
    for (Step step : steps) {
      jdbc.update(
          ExecutionSql.PLACE + " where STEP_KEY = ? and POSITION <> ? and " + these.sql,
          these.argsAfter(step.position, step.key, step.position));
    }
  }

  private static Object[] row(long enrollmentId, Step step, Instant dueAt) {
    return new Object[] {
      enrollmentId,
      step.key,
      step.position,
      (dueAt == null ? ExecutionState.WAITING : ExecutionState.SCHEDULED).name(),
      Utc.param(dueAt),
      Utc.param(dueAt)
    };
  }

  @Override
  public void lookAtOnce(EndedRest what, Instant now) {
    long after = 0;
    List<Long> waiting;
    do {
      waiting = putOff(what, now, after);
      if (!waiting.isEmpty()) {
        OneOf these = many.oneOf("EXECUTION_ID", waiting);
        jdbc.update(
            ExecutionSql.LOOK_AT_ONCE + " where " + these.sql + ExecutionSql.STILL_SCHEDULED,
            these.argsAfter(Utc.param(now)));
        after = waiting.get(waiting.size() - 1);
      }
    } while (waiting.size() == LOOKS);
  }

  private List<Long> putOff(EndedRest what, Instant now, long after) {
    StringBuilder select = new StringBuilder(ExecutionSql.PUT_OFF);
    OneOf reasons = many.oneOf("x.REASON", what.reasons);
    Object[] args = reasons.argsAfter(Utc.param(now), Utc.param(now), after);
    if (what.about == EndedRest.About.EVERYBODY) {
      select.append(ExecutionSql.PUT_OFF_UNTIL).append(reasons.sql);
    } else {
      String column = what.about == EndedRest.About.CONTACT ? "CONTACT" : what.about + "_ID";
      OneOf keys = many.oneOf("e." + column, what.keys);
      select.append(ExecutionSql.IN_RUN).append(ExecutionSql.PUT_OFF_UNTIL);
      select.append(reasons.sql).append(" and ").append(keys.sql);
      args = keys.argsAfter(args);
    }
    select.append(ExecutionSql.PUT_OFF_IN_ORDER).append(LOOKS);
    return jdbc.queryForList(select.toString(), Long.class, args);
  }

  @Override
  public int countParked() {
    return jdbc.queryForObject(ExecutionSql.COUNT_PARKED, Integer.class);
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return Optional.ofNullable(
        jdbc.query(ExecutionSql.NEXT_DUE, row -> row.next() ? Utc.instant(row, "DUE_AT") : null));
  }

  private static StepExecution execution(ResultSet row) throws SQLException {
    String reason = row.getString("REASON");
    return new StepExecution(
        row.getLong("EXECUTION_ID"),
        row.getLong("ENROLLMENT_ID"),
        row.getString("STEP_KEY"),
        ExecutionState.valueOf(row.getString("STATE")),
        Utc.instant(row, "DUE_AT"),
        Utc.instant(row, "PLANNED_AT"),
        row.getInt("ATTEMPTS"),
        row.getLong("EPOCH"),
        reason == null ? "" : reason);
  }
}
