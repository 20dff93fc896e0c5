package org.postpurchase.referral.jdbc;

import java.time.Instant;
import org.postpurchase.referral.AdvocateStore;
import org.postpurchase.referral.IndexHistory;
import org.postpurchase.referral.PersonKeyStore;
import org.postpurchase.referral.ReferralStore;
import org.postpurchase.referral.ReferralViews;
import org.postpurchase.referral.invite.InvitationStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class ReferralJdbcModule {
  private ReferralJdbcModule() {}

  /**
   * @param earlierOrders an expression of the host that counts placed orders of a person, with
   *     marks for the order that does not count, the mailbox's key, that order again and the
   *     customer
   */
  public static ReferralStore referrals(
      JdbcTemplate jdbc, Inserts inserts, SqlDialect dialect, String earlierOrders) {
    return new JdbcReferralStore(jdbc, inserts, dialect, earlierOrders);
  }

  public static ReferralViews views(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcReferralViews(jdbc, inserts.rows());
  }

  public static AdvocateStore advocates(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcAdvocateStore(jdbc, inserts);
  }

  public static PersonKeyStore people(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcPersonKeyStore(jdbc, inserts);
  }

  public static InvitationStore invitations(
      JdbcTemplate jdbc, Inserts inserts, SqlDialect dialect) {
    return new JdbcInvitationStore(jdbc, inserts, dialect);
  }

  /** How far earlier orders were read. */
  public static IndexHistory.Place history(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcPlace(jdbc, inserts);
  }

  /** The secret under which persons are recognised, made at the first call. */
  public static byte[] secret(JdbcTemplate jdbc, Inserts inserts, Instant now) {
    return new PersonSecret(jdbc, inserts).read(now);
  }
}
