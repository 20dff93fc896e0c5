package org.postpurchase.loyalty.jdbc;

import org.postpurchase.loyalty.Budgets;
import org.postpurchase.loyalty.Members;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class LoyaltyJdbcModule {
  private LoyaltyJdbcModule() {}

  public static Members members(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcMembers(jdbc, inserts);
  }

  public static Budgets budgets(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcBudgets(jdbc, inserts);
  }
}
