package org.postpurchase.helpdesk.jdbc;

import java.time.Instant;
import java.util.List;
import org.postpurchase.helpdesk.HelpDeskSettings;
import org.postpurchase.helpdesk.HelpDeskStore;
import org.postpurchase.helpdesk.HookCall;
import org.postpurchase.helpdesk.HookEvent;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcHelpDesk implements HelpDeskStore {
  private static final String READ =
      "select WEBHOOK_URL, SECRET_NO, ANSWERS, KEY_NO, EDITION from PP_HELP_DESK"
          + " where SETTINGS_ID = 1";
  private static final String ADD =
      "insert into PP_HELP_DESK (SETTINGS_ID, SECRET_NO, ANSWERS, KEY_NO, EDITION)"
          + " values (1, 1, ?, 1, 0)";
  private static final String SAVE =
      "update PP_HELP_DESK set WEBHOOK_URL = ?, SECRET_NO = ?, ANSWERS = ?, KEY_NO = ?,"
          + " EDITION = ? where SETTINGS_ID = 1 and EDITION = ?";
  private static final String QUEUE =
      "insert into PP_HELP_DESK_CALL (CASE_ID, KIND, HAPPENED_AT) values (?, ?, ?)";
  private static final String WAITING =
      "select CALL_ID, CASE_ID, KIND, HAPPENED_AT from PP_HELP_DESK_CALL order by CALL_ID limit ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcHelpDesk(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public HelpDeskSettings read() {
    return jdbc
        .query(
            READ,
            (row, n) ->
                new HelpDeskSettings(
                    Columns.text(row, "WEBHOOK_URL"),
                    row.getInt("SECRET_NO"),
                    row.getBoolean("ANSWERS"),
                    row.getInt("KEY_NO"),
                    row.getInt("EDITION")))
        .stream()
        .findFirst()
        .orElse(HelpDeskSettings.OFF);
  }

  @Override
  public boolean save(HelpDeskSettings s) {
    if (s.edition == 1) {
      inserts.ifAbsent(ADD, false);
    }
    return jdbc.update(SAVE, s.url, s.secretNo, s.answers, s.keyNo, s.edition, s.edition - 1) == 1;
  }

  @Override
  public void queue(long caseId, HookEvent event, Instant at) {
    inserts.ifAbsent(QUEUE, caseId, event.name(), Utc.param(at));
  }

  @Override
  public List<HookCall> waiting(int limit) {
    return jdbc.query(
        WAITING,
        (row, n) ->
            new HookCall(
                row.getLong("CALL_ID"),
                row.getLong("CASE_ID"),
                HookEvent.valueOf(row.getString("KIND")),
                Utc.instant(row, "HAPPENED_AT")),
        limit);
  }

  @Override
  public int countWaiting() {
    return jdbc.queryForObject("select count(*) from PP_HELP_DESK_CALL", Integer.class);
  }

  @Override
  public void delivered(long callId) {
    jdbc.update("delete from PP_HELP_DESK_CALL where CALL_ID = ?", callId);
  }

  @Override
  public void dropAll() {
    jdbc.update("delete from PP_HELP_DESK_CALL");
  }
}
