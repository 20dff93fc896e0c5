package org.postpurchase.catalogue.jdbc;

import org.postpurchase.catalogue.PurchaseStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class CatalogueJdbcModule {
  private CatalogueJdbcModule() {}

  public static PurchaseStore purchases(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcPurchaseStore(jdbc, inserts);
  }
}
