package org.postpurchase.sms.jdbc;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.sms.SmsLog;
import org.postpurchase.sms.SmsReport;
import org.postpurchase.sms.SmsResult;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code PP_SMS}. */
final class JdbcSmsLog implements SmsLog {
  private static final String INSERT =
      "insert into PP_SMS (SMS_KEY, REFERENCE, PHONE_NUMBER, STATE, STATE_RANK, SEGMENTS,"
          + " CHANGED_AT) values (?, ?, ?, ?, ?, ?, ?)";
  private static final String ADVANCE =
      "update PP_SMS set STATE = ?, STATE_RANK = ?, ERROR_CODE = ?, CHANGED_AT = ? where SMS_KEY = ?"
          + " and STATE_RANK < ?";
  private static final String SEGMENTS =
      "update PP_SMS set SEGMENTS = ? where SMS_KEY = ? and SEGMENTS = 0";
  private static final String PRICE =
      "update PP_SMS set PRICE = ?, CURRENCY = ? where SMS_KEY = ? and PRICE is null";
  private static final String SELECT =
      "select REFERENCE, STATE, SEGMENTS, ERROR_CODE, PRICE, CURRENCY from PP_SMS where REFERENCE"
          + " {keys} order by SMS_ID";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcSmsLog(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public void taken(
      String provider, String reference, String number, SmsResult result, Instant now) {
    String key = key(provider, result.providerId);
    if (!add(key, reference, number, result.segments, now)) {
      jdbc.update(SEGMENTS, result.segments, key);
    }
  }

  private boolean add(String key, String reference, String number, int segments, Instant now) {
    SmsReport.State first = SmsReport.State.TAKEN;
    return inserts.ifAbsent(
        INSERT, key, reference, number, first.name(), first.rank, segments, Utc.param(now));
  }

  private static String key(String provider, String providerId) {
    return provider + ':' + providerId;
  }

  @Override
  public boolean advance(String provider, SmsReport report, Instant now) {
    String key = key(provider, report.providerId);
    if (!report.reference.isEmpty()) {
      add(key, report.reference, report.number, 0, now);
    }
    if (report.price != null) {
      jdbc.update(PRICE, report.price, report.currency, key);
    }
    return jdbc.update(
            ADVANCE,
            report.state.name(),
            report.state.rank,
            report.errorCode,
            Utc.param(now),
            key,
            report.state.rank)
        == 1;
  }

  @Override
  public Map<String, Entry> of(Collection<String> references) {
    Map<String, Entry> found = new HashMap<>();
    inserts
        .rows()
        .select(
            SELECT,
            references,
            (row, n) ->
                found.put(
                    row.getString("REFERENCE"),
                    new Entry(
                        row.getString("REFERENCE"),
                        SmsReport.State.valueOf(row.getString("STATE")),
                        row.getInt("SEGMENTS"),
                        Columns.text(row, "ERROR_CODE"),
                        row.getBigDecimal("PRICE"),
                        Columns.text(row, "CURRENCY"))));
    return found;
  }
}
