package org.postpurchase.feedback.jdbc;

import org.postpurchase.feedback.ProviderEvents;
import org.postpurchase.feedback.SentMails;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's table. */
public final class FeedbackJdbcModule {
  private FeedbackJdbcModule() {}

  public static SentMails sentMails(JdbcTemplate jdbc) {
    return (contact, messageId) ->
        !jdbc.queryForList(
                "select MESSAGE_ID from PP_MESSAGE where CONTACT = ? and MIME_MESSAGE_ID = ?",
                Long.class,
                contact,
                messageId)
            .isEmpty();
  }

  public static ProviderEvents events(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcProviderEvents(jdbc, inserts);
  }
}
