package org.postpurchase.broadleaf.config;

import org.postpurchase.broadleaf.analytics.BroadleafCampaignSales;
import org.postpurchase.campaign.CampaignSales;
import org.postpurchase.campaign.CampaignStore;
import org.postpurchase.campaign.Campaigns;
import org.postpurchase.campaign.jdbc.CampaignJdbcModule;
import org.postpurchase.moment.Moments;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Campaigns and contests. */
@Configuration
class CampaignConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  CampaignStore ppCampaignStore() {
    return CampaignJdbcModule.campaigns(base.jdbc, base.inserts);
  }

  /** What those who take part have ordered. */
  @Bean
  CampaignSales ppCampaignSales(SegmentParts segments) {
    return new BroadleafCampaignSales(base.jdbc, segments::getCurrency);
  }

  @Bean
  Campaigns ppCampaigns(
      CampaignStore store,
      StoryParts stories,
      ReviewParts reviews,
      ObjectFactory<Moments> moments) {
    return new Campaigns(
        store, stories.store, reviews.photos, moments::getObject, base.transactions, base.clock);
  }
}
