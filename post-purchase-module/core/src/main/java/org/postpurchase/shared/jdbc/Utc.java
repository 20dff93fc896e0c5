package org.postpurchase.shared.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;

/**
 * Instants in and out of time-zone-less UTC columns, whatever the zone of the JVM or the database
 * session is.
 */
public final class Utc {
  private Utc() {}

  /** A statement argument; millisecond precision, null for null. */
  public static Calendar param(Instant instant) {
    if (instant == null) {
      return null;
    }
    Calendar calendar = calendar();
    calendar.setTimeInMillis(instant.toEpochMilli());
    return calendar;
  }

  /** The column's instant, or null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column, calendar());
    return value == null ? null : Instant.ofEpochMilli(value.getTime());
  }

  public static Calendar calendar() {
    return new GregorianCalendar(TimeZone.getTimeZone("UTC"));
  }
}
