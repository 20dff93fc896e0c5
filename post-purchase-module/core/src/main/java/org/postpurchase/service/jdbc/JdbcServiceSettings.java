package org.postpurchase.service.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.postpurchase.service.ContactBlock;
import org.postpurchase.service.ServiceSettings;
import org.postpurchase.service.ServiceSettingsStore;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** PP_SERVICE_SETTINGS. */
final class JdbcServiceSettings implements ServiceSettingsStore {
  private static final String READ =
      "select ACTIVE, ACTIVE_SINCE, STARS_MOST, NPS_MOST, CSAT_MOST, WORK_DAYS, WORK_FROM, WORK_TO,"
          + " HOLIDAYS, FIRST_HOURS, SOLVE_HOURS, TIMEOUT_DAYS, ALERT_ADDRESS, PHONE, MAIL,"
          + " CHAT_URL, HOURS, FAQ_URL, EDITION from PP_SERVICE_SETTINGS where SETTINGS_ID = 1";
  private static final String ADD =
      "insert into PP_SERVICE_SETTINGS (SETTINGS_ID, ACTIVE, STARS_MOST, NPS_MOST, CSAT_MOST,"
          + " WORK_DAYS, WORK_FROM, WORK_TO, FIRST_HOURS, SOLVE_HOURS, TIMEOUT_DAYS, EDITION) values"
          + " (1, ?, 0, 0, 0, '1', 0, 1, 1, 1, 0, 0)";
  private static final String SAVE =
      "update PP_SERVICE_SETTINGS set ACTIVE = ?, ACTIVE_SINCE = ?, STARS_MOST = ?, NPS_MOST = ?,"
          + " CSAT_MOST = ?, WORK_DAYS = ?, WORK_FROM = ?, WORK_TO = ?, HOLIDAYS = ?, FIRST_HOURS ="
          + " ?, SOLVE_HOURS = ?, TIMEOUT_DAYS = ?, ALERT_ADDRESS = ?, PHONE = ?, MAIL = ?, CHAT_URL"
          + " = ?, HOURS = ?, FAQ_URL = ?, EDITION = ? where SETTINGS_ID = 1 and EDITION = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcServiceSettings(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public ServiceSettings read() {
    return jdbc.query(READ, (row, n) -> settings(row)).stream()
        .findFirst()
        .orElseGet(ServiceSettings::usual);
  }

  private static ServiceSettings settings(ResultSet row) throws SQLException {
    return new ServiceSettings.Builder()
        .active(row.getBoolean("ACTIVE"), Utc.instant(row, "ACTIVE_SINCE"))
        .opens(row.getInt("STARS_MOST"), row.getInt("NPS_MOST"), row.getInt("CSAT_MOST"))
        .hours(
            new ServiceSettings.Hours(
                row.getString("WORK_DAYS"),
                row.getInt("WORK_FROM"),
                row.getInt("WORK_TO"),
                Columns.text(row, "HOLIDAYS"),
                row.getInt("FIRST_HOURS"),
                row.getInt("SOLVE_HOURS")))
        .timeoutDays(row.getInt("TIMEOUT_DAYS"))
        .alertAddress(Columns.text(row, "ALERT_ADDRESS"))
        .contact(
            new ContactBlock(
                Columns.text(row, "PHONE"),
                Columns.text(row, "MAIL"),
                Columns.text(row, "CHAT_URL"),
                Columns.text(row, "HOURS"),
                Columns.text(row, "FAQ_URL")))
        .edition(row.getInt("EDITION"))
        .build();
  }

  @Override
  public boolean save(ServiceSettings s) {
    if (s.edition == 1) {
      inserts.ifAbsent(ADD, false);
    }
    return jdbc.update(
            SAVE,
            s.active,
            Utc.param(s.activeSince),
            s.starsMost,
            s.npsMost,
            s.csatMost,
            s.hours.days,
            s.hours.from,
            s.hours.to,
            s.hours.holidays,
            s.hours.first,
            s.hours.solve,
            s.timeoutDays,
            s.alertAddress,
            s.contact.phone,
            s.contact.mail,
            s.contact.chatUrl,
            s.contact.hours,
            s.contact.faqUrl,
            s.edition,
            s.edition - 1)
        == 1;
  }
}
