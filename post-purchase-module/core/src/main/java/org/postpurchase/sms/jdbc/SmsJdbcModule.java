package org.postpurchase.sms.jdbc;

import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.sms.PhoneStore;
import org.postpurchase.sms.SmsAnswers;
import org.postpurchase.sms.SmsLog;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class SmsJdbcModule {
  private SmsJdbcModule() {}

  public static PhoneStore phones(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcPhones(jdbc, inserts);
  }

  public static SmsAnswers answers(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcSmsAnswers(jdbc, inserts);
  }

  public static SmsLog log(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcSmsLog(jdbc, inserts);
  }
}
