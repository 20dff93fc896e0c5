package org.postpurchase.broadleaf.config;

import java.util.List;
import org.postpurchase.broadleaf.analytics.BroadleafCountedOrders;
import org.postpurchase.holdout.CountOrders;
import org.postpurchase.holdout.HoldoutOrders;
import org.postpurchase.holdout.HoldoutStore;
import org.postpurchase.holdout.Holdouts;
import org.postpurchase.holdout.MeasureSeries;
import org.postpurchase.holdout.OrdersOfCompared;
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
  OrdersOfCompared<?> ppHoldoutOrders(Holdouts holdouts, HoldoutStore store) {
    return new HoldoutOrders(holdouts, store);
  }

  @Bean
  FeatureWork ppHoldoutWork(HoldoutStore store, List<OrdersOfCompared<?>> kinds) {
    return new FeatureWork().at(FeatureWork.Turn.ATTRIBUTION, new CountOrders(store, kinds));
  }
}
