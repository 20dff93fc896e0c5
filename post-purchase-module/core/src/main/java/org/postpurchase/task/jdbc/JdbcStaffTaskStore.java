package org.postpurchase.task.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.CountUpTo;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.PageByKey;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.task.StaffTask;
import org.postpurchase.task.StaffTaskStore;
import org.postpurchase.task.TaskState;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tasks in PP_STAFF_TASK; the order is that of the message that asked for it. */
final class JdbcStaffTaskStore implements StaffTaskStore {
  private static final int SUBJECT_MAX = 250;
  private static final String ADD =
      "insert into PP_STAFF_TASK (TASK_KEY, EMAIL, SUBJECT, INSTRUCTIONS, STATE, OPENED_AT)"
          + " values (?, ?, ?, ?, 'OPEN', ?)";
  private static final String SELECT =
      "select t.TASK_ID, t.EMAIL, t.SUBJECT, t.INSTRUCTIONS, t.STATE, t.OPENED_AT, t.ENDED_AT,"
          + " t.ENDED_BY, t.NOTE, (select m.ORDER_ID from PP_MESSAGE m where m.MIME_MESSAGE_ID ="
          + " t.TASK_KEY) as ORDER_ID from PP_STAFF_TASK t";
  private static final String LOCK = "update PP_STAFF_TASK set STATE = STATE where TASK_ID = ?";
  private static final String END =
      "update PP_STAFF_TASK set STATE = ?, ENDED_AT = ?, ENDED_BY = ?, NOTE = ? where TASK_ID = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcStaffTaskStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public void add(String key, String email, StaffTask.Text text, Instant now) {
    String subject =
        text.subject.length() > SUBJECT_MAX ? text.subject.substring(0, SUBJECT_MAX) : text.subject;
    inserts.ifAbsent(ADD, key, email, subject, text.instructions, Utc.param(now));
  }

  private static StaffTask task(ResultSet row) throws SQLException {
    Instant ended = Utc.instant(row, "ENDED_AT");
    StaffTask.End end =
        ended == null
            ? null
            : new StaffTask.End(ended, Columns.text(row, "ENDED_BY"), Columns.text(row, "NOTE"));
    return new StaffTask(
        row.getLong("TASK_ID"),
        row.getString("EMAIL"),
        row.getLong("ORDER_ID"),
        new StaffTask.Text(row.getString("SUBJECT"), Columns.text(row, "INSTRUCTIONS")),
        TaskState.valueOf(row.getString("STATE")),
        new StaffTask.Opened(Utc.instant(row, "OPENED_AT"), end));
  }

  @Override
  public PageOf<StaffTask> page(TaskState state, String search, ListPage page) {
    List<Object> args = new ArrayList<>();
    String where = where(state, search, args);
    return new PageByKey(jdbc, "t.TASK_ID", "TASK_ID")
        .oldestFirst()
        .of(SELECT, where, args, page, (row, n) -> task(row));
  }

  @Override
  public int countUpTo(int most, TaskState state, String search) {
    List<Object> args = new ArrayList<>();
    String where = where(state, search, args);
    return CountUpTo.rows(jdbc, most, "PP_STAFF_TASK t" + where, args);
  }

  private static String where(TaskState state, String search, List<Object> args) {
    StringBuilder where = new StringBuilder(" where 1 = 1");
    if (state != null) {
      where.append(" and t.STATE = ?");
      args.add(state.name());
    }
    if (!search.isEmpty()) {
      where.append(" and (lower(t.EMAIL) like ? or lower(t.SUBJECT) like ?)");
      String like = "%" + search.toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "") + "%";
      args.add(like);
      args.add(like);
    }
    return where.toString();
  }

  @Override
  public Optional<StaffTask> lock(long id) {
    return jdbc.update(LOCK, id) == 0
        ? Optional.empty()
        : jdbc.query(SELECT + " where t.TASK_ID = ?", (row, n) -> task(row), id).stream()
            .findFirst();
  }

  @Override
  public void end(long id, TaskState state, StaffTask.End end) {
    jdbc.update(END, state.name(), Utc.param(end.at), end.by, end.note, id);
  }
}
