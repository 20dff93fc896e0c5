package org.postpurchase.consent.jdbc;

import java.time.Clock;
import org.postpurchase.consent.ConsentStore;
import org.postpurchase.consent.MailboxKeys;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class ConsentJdbcModule {
  private ConsentJdbcModule() {}

  /**
   * @param consentKey of the channel that answers on the site are about
   */
  public static ConsentStore consents(JdbcTemplate jdbc, Inserts inserts, String consentKey) {
    return new JdbcConsentStore(jdbc, inserts, consentKey);
  }

  /** Also changes the rows of other features that are kept by mailbox. */
  public static MailboxKeys mailboxKeys(
      JdbcTemplate jdbc, Inserts inserts, Transactions transactions, Clock clock) {
    return new BringToKeys(jdbc, inserts, transactions, clock);
  }
}
