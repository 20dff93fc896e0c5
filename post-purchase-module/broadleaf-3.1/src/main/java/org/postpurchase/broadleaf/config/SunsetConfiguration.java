package org.postpurchase.broadleaf.config;

import org.postpurchase.broadleaf.order.BroadleafOrderHistory;
import org.postpurchase.broadleaf.order.PersonOrders;
import org.postpurchase.click.ReadClicks;
import org.postpurchase.moment.Moments;
import org.postpurchase.sunset.Sunset;
import org.postpurchase.sunset.TellSunset;
import org.postpurchase.sunset.WentQuietTrigger;
import org.postpurchase.sunset.jdbc.SunsetJdbcModule;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Letting advertising rest for people who never react. */
@Configuration
class SunsetConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  Sunset ppSunset(ReadClicks clicks, PersonOrders persons) {
    return new Sunset(
        SunsetJdbcModule.store(base.jdbc, base.inserts),
        clicks,
        new BroadleafOrderHistory(base.jdbc, persons),
        base.transactions,
        base.clock);
  }

  @Bean
  WentQuietTrigger ppWentQuietTrigger(Sunset sunset) {
    return new WentQuietTrigger(sunset);
  }

  @Bean
  FeatureWork ppSunsetWork(Sunset sunset, BeanFactory beans) {
    return new FeatureWork()
        .during(
            FeatureWork.Stage.MOMENTS,
            new TellSunset(
                sunset, () -> beans.getBean(Moments.class), base.transactions, base.failures));
  }
}
