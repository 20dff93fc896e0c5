package org.postpurchase.shared.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Several statements that travel to the database together where it can take them so: PostgreSQL as
 * a list, MariaDB as a block. HSQLDB, which lives in the same process, and MySQL get them one by
 * one, as do all of them what is longer than {@value #TOGETHER_MAX} statements, which the driver
 * then sends in batches.
 *
 * <p>Either way they are carried out in their order, each sees what those before it did, and the
 * first failure is thrown, with what was done so far left to the caller's transaction. For one
 * thread.
 */
public final class RoundTrip {
  private static final int TOGETHER_MAX = 40;

  private static final String MISSING = "a row was not there any more";

  private final JdbcTemplate jdbc;
  private final SqlDialect dialect;
  private final List<Step> steps = new ArrayList<>();

  public RoundTrip(JdbcTemplate jdbc, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  /** What a select found; known once the trip is over. */
  public static final class Found<T> {
    private List<T> rows = Collections.emptyList();

    private Found() {}

    public List<T> all() {
      return rows;
    }

    public Optional<T> first() {
      return rows.stream().findFirst();
    }
  }

  public <T> Found<T> select(String sql, RowMapper<T> mapper, Object... args) {
    Select<T> step = new Select<>(sql, mapper, args);
    steps.add(step);
    return step.found;
  }

  /** An insert or update for each element; each must change a row. */
  public void change(String sql, List<Object[]> rows) {
    if (!rows.isEmpty()) {
      steps.add(new Change(sql, rows));
    }
  }

  /** An insert or update that must change a row. */
  public void change(String sql, Object... args) {
    change(sql, Collections.singletonList(args));
  }

  /**
   * Carries all of it out.
   *
   * @throws OptimisticLockingFailureException if a change met no row
   */
  public void send() {
    int statements = steps.stream().mapToInt(step -> step.rows.size()).sum();
    if (statements < 2 || statements > TOGETHER_MAX || dialect.together() == null) {
      steps.forEach(step -> step.alone(jdbc));
    } else {
      together(dialect.together());
    }
  }

  private void together(SqlDialect.Together form) {
    StringBuilder sql = new StringBuilder(form.begin);
    List<Object> args = new ArrayList<>();
    List<Step> answers = new ArrayList<>();
    for (Step step : steps) {
      boolean answered = step instanceof Select || form.counts;
      for (Object[] row : step.rows) {
        sql.append(step.sql).append(step instanceof Change ? form.afterChange : "; ");
        for (Object value : row) {
          args.add(typed(value));
        }
        if (answered) {
          answers.add(step);
        }
      }
    }
    sql.append(form.end);
    try {
      jdbc.execute(
          sql.toString(),
          (PreparedStatement statement) -> {
            new ArgumentPreparedStatementSetter(args.toArray()).setValues(statement);
            read(statement, form, answers.iterator());
            return null;
          });
    } catch (RuntimeException e) {
      throw SqlDialect.isMissing(e) ? new OptimisticLockingFailureException(MISSING, e) : e;
    }
  }

  /** Whatever has no type of its own costs PostgreSQL's driver another round trip. */
  private Object typed(Object value) {
    return dialect == SqlDialect.POSTGRESQL && value instanceof Calendar
        ? LocalDateTime.ofInstant(((Calendar) value).toInstant(), ZoneOffset.UTC)
        : PlainNulls.typed(value);
  }

  private static void read(
      PreparedStatement statement, SqlDialect.Together form, Iterator<Step> answers)
      throws SQLException {
    boolean isRows = statement.execute();
    while (true) {
      if (isRows) {
        try (ResultSet rows = statement.getResultSet()) {
          answers.next().take(rows);
        }
      } else {
        int count = statement.getUpdateCount();
        if (count == -1) {
          return;
        }
        if (form.counts) {
          requireRow(count, answers.next().sql);
        }
      }
      isRows = statement.getMoreResults();
    }
  }

  private static void requireRow(int count, String sql) {
    if (count == 0) {
      throw new OptimisticLockingFailureException(MISSING + ": " + sql);
    }
  }

  private abstract static class Step {
    final String sql;
    final List<Object[]> rows;

    Step(String sql, List<Object[]> rows) {
      this.sql = sql;
      this.rows = rows;
    }

    abstract void alone(JdbcTemplate jdbc);

    abstract void take(ResultSet answer) throws SQLException;
  }

  private static final class Select<T> extends Step {
    private final RowMapper<T> mapper;
    private final Found<T> found = new Found<>();

    Select(String sql, RowMapper<T> mapper, Object[] args) {
      super(sql, Collections.singletonList(args));
      this.mapper = mapper;
    }

    @Override
    void alone(JdbcTemplate jdbc) {
      found.rows = jdbc.query(sql, mapper, rows.get(0));
    }

    @Override
    void take(ResultSet answer) throws SQLException {
      found.rows = new ArrayList<>();
      while (answer.next()) {
        found.rows.add(mapper.mapRow(answer, found.rows.size()));
      }
    }
  }

  private static final class Change extends Step {
    Change(String sql, List<Object[]> rows) {
      super(sql, rows);
    }

    @Override
    void alone(JdbcTemplate jdbc) {
      if (rows.size() == 1) {
        requireRow(jdbc.update(sql, rows.get(0)), sql);
        return;
      }
      for (int count : jdbc.batchUpdate(sql, rows)) {
        requireRow(count, sql);
      }
    }

    @Override
    void take(ResultSet answer) {
      throw new IllegalStateException("A change answered with rows: " + sql);
    }
  }
}
