package org.postpurchase.loyalty.jdbc;

import org.postpurchase.loyalty.Budgets;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** Budgets in PP_RULE_BUDGET. */
final class JdbcBudgets implements Budgets {
  private static final String ADD =
      "insert into PP_RULE_BUDGET (RULE_KEY, ISSUED, EDITION) values (?, 0, 0)";

  /** Takes the row's lock, and makes the row as it is now visible to this transaction. */
  private static final String LOCK =
      "update PP_RULE_BUDGET set EDITION = EDITION + 1 where RULE_KEY = ?";

  private static final String ISSUED = "select ISSUED from PP_RULE_BUDGET where RULE_KEY = ?";
  private static final String CHANGE =
      "update PP_RULE_BUDGET set ISSUED = ISSUED + ? where RULE_KEY = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcBudgets(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public long take(String ruleKey, long wanted, long budget) {
    inserts.orKeep(ADD, ruleKey);
    jdbc.update(LOCK, ruleKey);
    long granted = Math.max(0, Math.min(wanted, budget - issued(ruleKey)));
    if (granted > 0) {
      jdbc.update(CHANGE, granted, ruleKey);
    }
    return granted;
  }

  @Override
  public void giveBack(String ruleKey, long points) {
    jdbc.update(CHANGE, -points, ruleKey);
  }

  @Override
  public long issued(String ruleKey) {
    return jdbc.queryForList(ISSUED, Long.class, ruleKey).stream().findFirst().orElse(0L);
  }
}
