package org.postpurchase.series.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.series.Enrollment;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What made people enter, one row for each of their runs. */
final class JdbcMoments {
  private static final String COLUMNS =
      "TRIGGER_KEY, MOMENT_KEY, HAPPENED_AT, DAY_AT, TOLD, EMAIL, FIRST_NAME, LOCALE_CODE,"
          + " ORDER_ID, LINE_ID";
  private static final String KEEP =
      "insert into PP_MEMBER_MOMENT (ENROLLMENT_ID, "
          + COLUMNS
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String OF =
      "select " + COLUMNS + " from PP_MEMBER_MOMENT where ENROLLMENT_ID = ?";

  private final JdbcTemplate jdbc;

  JdbcMoments(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void keep(long enrollmentId, Moment moment) {
    jdbc.update(
        KEEP,
        enrollmentId,
        moment.trigger,
        moment.key,
        Utc.param(moment.happenedAt),
        Utc.param(moment.day.orElse(null)),
        orNull(moment.values.kept()),
        orNull(moment.email),
        orNull(moment.firstName),
        moment.locale.map(Locale::toLanguageTag).orElse(null),
        orNull(moment.orderId),
        orNull(moment.lineId));
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Long orNull(OptionalLong id) {
    return id.isPresent() ? id.getAsLong() : null;
  }

  Optional<Moment> of(Enrollment run) {
    return run.orderId != 0
        ? Optional.empty()
        : jdbc.query(OF, (row, n) -> moment(row, run.customerId), run.id).stream().findFirst();
  }

  Map<Long, Moment> ofAll(Collection<Enrollment> runs, SqlDialect dialect) {
    Map<Long, Moment> moments = new HashMap<>();
    Map<Long, Long> customers = new TreeMap<>();
    runs.stream().filter(r -> r.orderId == 0).forEach(r -> customers.put(r.id, r.customerId));
    if (!customers.isEmpty()) {
      OneOf these = OneOf.of(dialect, "ENROLLMENT_ID", customers.keySet());
      RowCallbackHandler collect =
          row -> {
            long run = row.getLong("ENROLLMENT_ID");
            moments.put(run, moment(row, customers.get(run)));
          };
      jdbc.query(
          "select ENROLLMENT_ID, " + COLUMNS + " from PP_MEMBER_MOMENT where " + these.sql,
          collect,
          these.args());
    }
    return moments;
  }

  private static Moment moment(ResultSet row, long customerId) throws SQLException {
    String trigger = row.getString("TRIGGER_KEY");
    String email = Columns.text(row, "EMAIL");
    Moment.Builder moment =
        email.isEmpty()
            ? Moment.ofCustomer(trigger, customerId)
            : Moment.of(trigger, EmailAddress.of(email));
    if (customerId != 0) {
      moment.customer(customerId);
    }
    String locale = Columns.text(row, "LOCALE_CODE");
    if (!locale.isEmpty()) {
      moment.reader(Columns.text(row, "FIRST_NAME"), LocaleCode.parse(locale));
    }
    long order = row.getLong("ORDER_ID");
    if (!row.wasNull()) {
      moment.order(order);
    }
    long line = row.getLong("LINE_ID");
    if (!row.wasNull()) {
      moment.line(line);
    }
    Instant day = Utc.instant(row, "DAY_AT");
    if (day != null) {
      moment.day(day);
    }
    return moment
        .values(MomentValues.of(Columns.text(row, "TOLD")))
        .happened(row.getString("MOMENT_KEY"), Utc.instant(row, "HAPPENED_AT"));
  }
}
