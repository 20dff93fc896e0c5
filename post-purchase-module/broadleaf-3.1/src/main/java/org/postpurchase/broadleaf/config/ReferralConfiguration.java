package org.postpurchase.broadleaf.config;

import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.referral.FriendCodes;
import org.postpurchase.referral.ReferralEngine;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Referrals. */
@Configuration
class ReferralConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  ReferralParts.Host ppHostOfReferrals(
      BeanFactory beans, SettingsQuery query, OrderReader orders, OrderLineStore lines) {
    return new ReferralParts.Host(beans, query, orders, lines);
  }

  @Bean
  ReferralParts ppReferral(
      ReferralParts.Host host, SeriesParts series, LoyaltyParts loyalty, Moments moments) {
    return new ReferralParts(base, host, series, loyalty, moments);
  }

  @Bean
  ReferralEngine ppReferralEngine(ReferralParts referral) {
    return referral.engine;
  }

  /** What makes a friend's code good for a cart. */
  @Bean
  FriendCodes ppFriendCodes(ReferralEngine engine) {
    return engine.codes();
  }

  @Bean
  FeatureWork ppReferralWork(ReferralParts referral) {
    return new FeatureWork()
        .at(FeatureWork.Turn.REFERRALS, referral.engine.handler())
        .during(FeatureWork.Stage.UPKEEP, referral.work());
  }
}
