package org.postpurchase.sms.jdbc;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.sms.SmsAnswers;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code PP_SMS_ANSWER}. */
final class JdbcSmsAnswers implements SmsAnswers {
  private static final String INSERT =
      "insert into PP_SMS_ANSWER (ORDER_ID, GRANTED, TEXT_SHOWN, LOCALE_CODE, ANSWERED_AT) values"
          + " (?, ?, ?, ?, ?)";
  private static final String AGAIN =
      "update PP_SMS_ANSWER set GRANTED = ?, TEXT_SHOWN = ?, LOCALE_CODE = ?, ANSWERED_AT = ? where"
          + " ORDER_ID = ?";
  private static final String SELECT =
      "select ORDER_ID, GRANTED, TEXT_SHOWN, LOCALE_CODE, ANSWERED_AT from PP_SMS_ANSWER where"
          + " ORDER_ID {keys}";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcSmsAnswers(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public void answer(long orderId, Answer a) {
    int known =
        jdbc.update(AGAIN, a.granted, a.textShown, a.localeCode, Utc.param(a.answeredAt), orderId);
    if (known == 0) {
      inserts.ifAbsent(
          INSERT, orderId, a.granted, a.textShown, a.localeCode, Utc.param(a.answeredAt));
    }
  }

  @Override
  public Optional<Answer> find(long orderId) {
    return Optional.ofNullable(findAll(Collections.singleton(orderId)).get(orderId));
  }

  @Override
  public Map<Long, Answer> findAll(Collection<Long> orderIds) {
    Map<Long, Answer> found = new HashMap<>();
    inserts
        .rows()
        .select(
            SELECT,
            orderIds,
            (row, n) ->
                found.put(
                    row.getLong("ORDER_ID"),
                    new Answer(
                        row.getBoolean("GRANTED"),
                        Columns.text(row, "TEXT_SHOWN"),
                        Columns.text(row, "LOCALE_CODE"),
                        Utc.instant(row, "ANSWERED_AT"))));
    return found;
  }
}
