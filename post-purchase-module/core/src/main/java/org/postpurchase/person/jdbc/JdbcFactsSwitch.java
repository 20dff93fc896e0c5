package org.postpurchase.person.jdbc;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.postpurchase.person.FactsSwitch;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** One row of PP_TASK_PROGRESS; a node looks at it again every few seconds until it is done. */
final class JdbcFactsSwitch implements FactsSwitch {
  static final String TASK = "facts about people";
  private static final String READ =
      "select REACHED_ID, REACHED_TEXT from PP_TASK_PROGRESS where TASK = ?";
  private static final String BEGIN =
      "insert into PP_TASK_PROGRESS (TASK, REACHED_ID, REACHED_TEXT, CHANGED_AT)"
          + " values (?, ?, ?, ?)";
  private static final String REACH =
      "update PP_TASK_PROGRESS set REACHED_ID = ?, REACHED_TEXT = ?, CHANGED_AT = ? where TASK = ?";
  private static final long LOOK_AGAIN_NANOS = 2_000_000_000L;

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final Clock clock;
  private volatile boolean done;
  private volatile boolean off = true;
  private volatile long lookAtNanos = System.nanoTime();

  JdbcFactsSwitch(JdbcTemplate jdbc, Inserts inserts, Clock clock) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.clock = clock;
  }

  @Override
  public Stage stage() {
    if (done) {
      return Stage.DONE;
    }
    long now = System.nanoTime();
    if (off && now - lookAtNanos < 0) {
      return Stage.OFF;
    }
    lookAtNanos = now + LOOK_AGAIN_NANOS;
    List<String> found = jdbc.query(READ, (row, n) -> Columns.text(row, "REACHED_TEXT"), TASK);
    Stage stage = found.isEmpty() ? Stage.OFF : Stage.valueOf(found.get(0));
    off = stage == Stage.OFF;
    done = stage == Stage.DONE;
    return stage;
  }

  @Override
  public Optional<Long> reached() {
    return jdbc.query(READ, (row, n) -> row.getLong("REACHED_ID"), TASK).stream().findFirst();
  }

  @Override
  public void switchOn() {
    inserts.orKeep(BEGIN, TASK, Long.MIN_VALUE, Stage.ACCOUNTS.name(), Utc.param(clock.instant()));
    off = false;
  }

  @Override
  public void reached(Stage stage, long id) {
    jdbc.update(REACH, id, stage.name(), Utc.param(clock.instant()), TASK);
  }
}
