package org.postpurchase.loyalty.jdbc;

import org.postpurchase.loyalty.Budgets;
import org.postpurchase.loyalty.EarnedPoints;
import org.postpurchase.loyalty.EarningStore;
import org.postpurchase.loyalty.MemberCards;
import org.postpurchase.loyalty.Memberships;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class LoyaltyJdbcModule {
  private LoyaltyJdbcModule() {}

  public static Memberships memberships(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcMemberships(jdbc, inserts);
  }

  public static EarningStore earnings(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcEarningStore(jdbc, inserts);
  }

  public static EarnedPoints earned(Inserts inserts) {
    return new JdbcEarnedPoints(inserts.rows());
  }

  public static MemberCards memberCards(Inserts inserts) {
    return new JdbcMemberCards(inserts.rows());
  }

  public static Budgets budgets(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcBudgets(jdbc, inserts);
  }
}
