package org.postpurchase.messaging.jdbc;

import java.time.Clock;
import org.postpurchase.messaging.ChannelBreaker;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.TemplateVersions;
import org.postpurchase.shared.AsciiAddress;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.LeaseTaker;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's table. */
public final class MessagingJdbcModule {
  private MessagingJdbcModule() {}

  /**
   * @param mailDomain right side of generated Message-IDs, normally the shop's own domain
   */
  public static MessageStore store(JdbcTemplate jdbc, SqlDialect dialect, String mailDomain) {
    return new JdbcMessageStore(
        jdbc,
        new Inserts(jdbc, dialect),
        new LeaseTaker(jdbc, dialect, "MESSAGE_ID"),
        new MessageSql(dialect),
        AsciiAddress.hostOf(mailDomain));
  }

  /** The rest that all nodes keep while nothing can leave by the channel. */
  public static ChannelBreaker breaker(JdbcTemplate jdbc, SqlDialect dialect, String channel) {
    return new JdbcChannelBreaker(jdbc, new Inserts(jdbc, dialect), dialect, channel);
  }

  public static TemplateVersions templateVersions(
      JdbcTemplate jdbc, SqlDialect dialect, Clock clock) {
    return new JdbcTemplateVersions(jdbc, new Inserts(jdbc, dialect), clock);
  }
}
