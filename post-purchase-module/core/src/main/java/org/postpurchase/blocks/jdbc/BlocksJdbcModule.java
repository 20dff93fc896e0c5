package org.postpurchase.blocks.jdbc;

import org.postpurchase.blocks.BlockStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class BlocksJdbcModule {
  private BlocksJdbcModule() {}

  public static BlockStore blocks(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcBlockStore(jdbc, inserts);
  }
}
