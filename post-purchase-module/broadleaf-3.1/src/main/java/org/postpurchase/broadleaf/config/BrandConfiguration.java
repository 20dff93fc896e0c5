package org.postpurchase.broadleaf.config;

import org.postpurchase.brand.BrandLook;
import org.postpurchase.brand.BrandStore;
import org.postpurchase.brand.jdbc.BrandJdbcModule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the shop looks in mails and on pages. */
@Configuration
class BrandConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  BrandStore ppBrandStore() {
    return BrandJdbcModule.brands(base.jdbc, base.inserts);
  }

  @Bean
  BrandLook ppBrandLook(BrandStore store) {
    return new BrandLook(store, base::shop, base.transactions, base.clock);
  }
}
