package org.postpurchase.reward.jdbc;

import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's table. */
public final class RewardJdbcModule {
  private RewardJdbcModule() {}

  public static RewardCodeStore codes(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcRewardCodeStore(jdbc, inserts);
  }
}
