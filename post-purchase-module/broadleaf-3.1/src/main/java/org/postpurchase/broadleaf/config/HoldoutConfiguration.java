package org.postpurchase.broadleaf.config;

import org.postpurchase.broadleaf.analytics.BroadleafCountedOrders;
import org.postpurchase.holdout.CountOrders;
import org.postpurchase.holdout.HoldoutStore;
import org.postpurchase.holdout.Holdouts;
import org.postpurchase.holdout.MeasureSeries;
import org.postpurchase.holdout.jdbc.HoldoutJdbcModule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Measuring what series bring. */
@Configuration
class HoldoutConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  HoldoutStore ppHoldoutStore() {
    return HoldoutJdbcModule.store(base.jdbc, base.inserts);
  }

  @Bean
  Holdouts ppHoldouts(HoldoutStore store) {
    return new Holdouts(store, base.clock);
  }

  @Bean
  MeasureSeries ppMeasureSeries(HoldoutStore store, Holdouts holdouts, SegmentParts segments) {
    return new MeasureSeries(
        store,
        new BroadleafCountedOrders(base.jdbc, segments::getCurrency),
        holdouts,
        base.transactions,
        base.clock);
  }

  @Bean
  FeatureWork ppHoldoutWork(Holdouts holdouts, HoldoutStore store) {
    return new FeatureWork().at(FeatureWork.Turn.ATTRIBUTION, new CountOrders(holdouts, store));
  }
}
