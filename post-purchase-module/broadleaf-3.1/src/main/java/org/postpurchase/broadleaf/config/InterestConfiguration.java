package org.postpurchase.broadleaf.config;

import org.postpurchase.interest.Interests;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.tracking.LinkSigner;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which products people look at on the shop's own pages. */
@Configuration
class InterestConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  InterestParts ppInterest(
      SegmentParts segments,
      SeriesParts series,
      OrderHistory history,
      LinkSigner signer,
      ObjectFactory<Moments> moments) {
    return new InterestParts(base, segments, series.consentStore, history, signer)
        .reporting(moments::getObject);
  }

  @Bean
  Interests ppInterests(InterestParts parts) {
    return parts.interests;
  }

  @Bean
  ShippedTriggers ppInterestTriggers(InterestParts parts) {
    return new ShippedTriggers(parts.triggers());
  }

  @Bean
  FeatureWork ppInterestWork(InterestParts parts) {
    return new FeatureWork()
        .during(FeatureWork.Stage.MOMENTS, parts.report())
        .during(FeatureWork.Stage.UPKEEP, parts.forget());
  }
}
