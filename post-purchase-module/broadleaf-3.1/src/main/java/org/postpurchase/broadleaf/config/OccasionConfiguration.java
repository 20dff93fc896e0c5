package org.postpurchase.broadleaf.config;

import org.postpurchase.broadleaf.occasion.WeatherFile;
import org.postpurchase.broadleaf.order.BroadleafOrderHistory;
import org.postpurchase.broadleaf.order.PersonOrders;
import org.postpurchase.moment.Moments;
import org.postpurchase.occasion.PersonDays;
import org.postpurchase.occasion.UsageForm;
import org.postpurchase.occasion.UsageRates;
import org.postpurchase.occasion.Weather;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.tracking.LinkSigner;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes with time: birthdays, holidays, used-up goods, carts left behind, the weather. */
@Configuration
class OccasionConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  OccasionParts ppOccasions(
      OccasionParts.Orders orders,
      LinkSigner signer,
      ObjectFactory<Moments> moments,
      ModuleSettings settings,
      BeanFactory beans) {
    return new OccasionParts(
        base, orders, weather(beans, settings), () -> signer, moments::getObject);
  }

  @Bean
  OccasionParts.Orders ppOrdersOfOccasions(
      OrderReader orders, OrderHistory history, PersonOrders persons, OrderLineStore lines) {
    return new OccasionParts.Orders(
        orders, history, new BroadleafOrderHistory(base.jdbc, persons), lines);
  }

  /** The shop's own provider, else the file that the settings name. */
  private static Weather.Provider weather(BeanFactory beans, ModuleSettings settings) {
    return ((ListableBeanFactory) beans)
        .getBeansOfType(Weather.Provider.class, false, false).values().stream()
            .findFirst()
            .orElseGet(() -> new WeatherFile(settings.weatherSource()));
  }

  @Bean
  ShippedTriggers ppOccasionTriggers(OccasionParts occasions) {
    return new ShippedTriggers(occasions.triggers());
  }

  /** For code of the store: birthdays as they become known. */
  @Bean
  PersonDays ppPersonDays(OccasionParts occasions) {
    return occasions.days;
  }

  /** For code of the store: how much people use what they have bought. */
  @Bean
  UsageRates ppUsageRates(OccasionParts occasions) {
    return occasions.getUsage();
  }

  /** Where buyers say it themselves. */
  @Bean
  UsageForm ppUsageForm(OccasionParts occasions, LinkSigner signer) {
    return occasions.usageForm(signer);
  }

  @Bean
  FeatureWork ppOccasionWork(OccasionParts occasions, TriggersOfShop triggers, Moments moments) {
    return new FeatureWork()
        .at(FeatureWork.Turn.OCCASIONS, occasions.handler())
        .during(FeatureWork.Stage.MOMENTS, occasions.report(triggers.get()))
        .during(FeatureWork.Stage.MOMENTS, occasions.reportCarts())
        .during(FeatureWork.Stage.MOMENTS, occasions.reportCountries(triggers.get()));
  }
}
