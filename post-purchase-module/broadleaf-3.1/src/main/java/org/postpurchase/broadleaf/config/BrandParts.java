package org.postpurchase.broadleaf.config;

import org.postpurchase.brand.BrandLook;
import org.postpurchase.brand.BrandStore;
import org.postpurchase.brand.jdbc.BrandJdbcModule;

/** How the shop looks, put together once for each webapp. */
public final class BrandParts {
  private final BrandStore store;
  private final BrandLook look;

  BrandParts(Ground ground) {
    store = BrandJdbcModule.brands(ground.jdbc, ground.inserts);
    look = new BrandLook(store, () -> ground.shop, ground.transactions, ground.clock);
  }

  public BrandStore getStore() {
    return store;
  }

  public BrandLook getLook() {
    return look;
  }
}
