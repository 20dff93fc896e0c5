package org.postpurchase.brand.jdbc;

import org.postpurchase.brand.BrandStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class BrandJdbcModule {
  private BrandJdbcModule() {}

  public static BrandStore brands(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcBrandStore(jdbc, inserts);
  }
}
