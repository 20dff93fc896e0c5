package org.postpurchase.broadleaf.config;

import org.postpurchase.broadleaf.analytics.BroadleafOrdersOfTest;
import org.postpurchase.click.ReadClicks;
import org.postpurchase.holdout.OrdersOfCompared;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.series.CompareWordings;
import org.postpurchase.splittest.RunSplitTests;
import org.postpurchase.splittest.SplitTestOrders;
import org.postpurchase.splittest.SplitTestStore;
import org.postpurchase.splittest.SplitTests;
import org.postpurchase.splittest.jdbc.SplitTestJdbcModule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Comparing wordings of a step. */
@Configuration
class SplitTestConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  SplitTestStore ppSplitTestStore() {
    return SplitTestJdbcModule.store(base.jdbc, base.inserts);
  }

  @Bean
  SplitTests ppSplitTests(SplitTestStore store) {
    return new SplitTests(store, base.clock);
  }

  @Bean
  RunSplitTests ppRunSplitTests(SplitTestStore store, SplitTests tests) {
    return new RunSplitTests(
        store, new BroadleafOrdersOfTest(base.jdbc), tests, base.transactions, base.clock);
  }

  @Bean
  CompareWordings ppCompareWordings(
      SeriesParts series, TemplateReader templates, RunSplitTests tests, ReadClicks clicks) {
    return new CompareWordings(
        series.versions, templates, series.templateVersions, series.validate, tests, clicks);
  }

  @Bean
  OrdersOfCompared<?> ppSplitTestOrders(SplitTests tests, SplitTestStore store) {
    return new SplitTestOrders(tests, store);
  }
}
