package org.postpurchase.broadleaf.config;

import org.postpurchase.click.ClickLinks;
import org.postpurchase.click.ClickStore;
import org.postpurchase.click.ClickSwitch;
import org.postpurchase.click.MeasureClicks;
import org.postpurchase.click.ReadClicks;
import org.postpurchase.click.RecordClick;
import org.postpurchase.click.jdbc.ClickJdbcModule;
import org.postpurchase.tracking.LinkSigner;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Measuring which links of advertising are followed. */
@Configuration
class ClickConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  ClickStore ppClickStore() {
    return ClickJdbcModule.store(base.jdbc, base.inserts);
  }

  @Bean
  ClickSwitch ppClickSwitch(ClickStore store) {
    return new ClickSwitch(store, base.transactions, base.clock);
  }

  @Bean
  ClickLinks ppClickLinks(LinkSigner signer) {
    return new ClickLinks(signer);
  }

  @Bean
  ReadClicks ppReadClicks(ClickStore store, ClickSwitch toggle) {
    return new ReadClicks(store, toggle);
  }

  @Bean
  MeasureClicks ppMeasureClicks(ClickStore store, ClickSwitch toggle, ClickLinks links) {
    return new MeasureClicks(store, toggle, links, base::shop);
  }

  @Bean
  RecordClick ppRecordClick(ClickStore store, ClickSwitch toggle, ClickLinks links) {
    return new RecordClick(store, toggle, links, base::shop, base.transactions, base.clock);
  }
}
