package org.postpurchase.feedback.jdbc;

import org.postpurchase.feedback.ProviderEvents;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's table. */
public final class FeedbackJdbcModule {
  private FeedbackJdbcModule() {}

  public static ProviderEvents events(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcProviderEvents(jdbc, inserts);
  }
}
