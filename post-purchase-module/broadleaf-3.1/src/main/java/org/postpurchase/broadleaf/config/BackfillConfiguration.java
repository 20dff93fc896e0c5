package org.postpurchase.broadleaf.config;

import org.postpurchase.series.BackfillStore;
import org.postpurchase.series.Backfills;
import org.postpurchase.series.SeriesEngine;
import org.postpurchase.series.TrySeries;
import org.postpurchase.series.jdbc.SeriesJdbcModule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Buyers of the past in series, on a merchant's word. */
@Configuration
class BackfillConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  BackfillStore ppBackfillStore() {
    return SeriesJdbcModule.backfills(base.jdbc, base.inserts);
  }

  @Bean
  Backfills ppBackfills(BackfillStore store, SeriesParts series, TrySeries trial) {
    return new Backfills(store, series.catalog, trial, base.transactions, base.clock);
  }

  @Bean
  FeatureWork ppBackfillWork(BackfillStore store, SeriesEngine engine) {
    return new FeatureWork()
        .during(FeatureWork.Stage.UPKEEP, engine.backfills(store, base.failures));
  }
}
