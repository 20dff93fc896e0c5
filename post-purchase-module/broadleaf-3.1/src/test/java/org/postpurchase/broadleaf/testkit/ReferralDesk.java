package org.postpurchase.broadleaf.testkit;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.referral.Advocate;
import org.postpurchase.referral.JoinReferrals;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Switches referrals on and gives people links, as the admin and the site do. */
public final class ReferralDesk {
  private static final AtomicLong CUSTOMERS = new AtomicLong(7_000_000);

  private final Plugin plugin;
  private final JdbcTemplate jdbc;

  public ReferralDesk(ApplicationContext host) {
    this.plugin = new Plugin(host);
    this.jdbc = new JdbcTemplate(HostContext.dataSource());
  }

  /** The programme, with what friends get. */
  public void open(long friendOffer, String minimum) {
    jdbc.update("delete from PP_REFERRAL_PROGRAMME");
    jdbc.update(
        "insert into PP_REFERRAL_PROGRAMME (PROGRAMME_ID, NAME, STATUS, ACTIVE_SINCE, TERMS_VERSION,"
            + " FRIEND_OFFER_ID, MINIMUM_AMOUNT, ADVOCATE_KIND, ADVOCATE_POINTS, HOLD_SCORE, REJECT_SCORE,"
            + " WAIT_DAYS, FALLBACK_DAYS, INVITATIONS, EDITION)"
            + " values (9001, 'Friends', 'ACTIVE', ?, 1, ?, ?, 'POINTS', 500, 60, 90, 14, 30, ?, 1)",
        plugin.getClock().millis() - 1000,
        friendOffer,
        new BigDecimal(minimum),
        false);
  }

  public void close() {
    jdbc.update("delete from PP_REFERRAL_PROGRAMME");
  }

  public Advocate advocate(String email) {
    long customer = CUSTOMERS.incrementAndGet();
    return plugin
        .getReferral()
        .join
        .join(
            email, customer, new JoinReferrals.Name("Ada", Locale.UK), Owners.ofCustomer(customer))
        .orElseThrow();
  }
}
