package org.postpurchase.broadleaf.config;

import org.postpurchase.campaign.CampaignStore;
import org.postpurchase.campaign.EnterByMoments;
import org.postpurchase.click.ReadClicks;
import org.postpurchase.holdout.Holdouts;
import org.postpurchase.messaging.Channels;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderReader;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.series.Members;
import org.postpurchase.series.SeriesEngine;
import org.postpurchase.splittest.SplitTests;
import org.postpurchase.sunset.Sunset;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one door for what happens to people, and who stands behind it. */
@Configuration
class MomentConfiguration {
  @Autowired private Infrastructure base;
  @Autowired private SeriesParts series;
  @Autowired private ReviewParts reviews;
  @Autowired private ServiceParts service;
  @Autowired private RestraintParts restraint;
  @Autowired private Holdouts holdouts;
  @Autowired private SplitTests splitTests;
  @Autowired private ReadClicks clicks;
  @Autowired private Sunset sunset;

  /** What the engine of series asks of the other features. */
  @Bean
  SeriesEngine.Sources ppSourcesOfSeries(
      OrderReader orders,
      OrderHistory history,
      TriggersOfShop triggers,
      Members members,
      Channels channels,
      SegmentMembership segments) {
    return restraint.restrain(
        new SeriesEngine.Sources(series.catalog, orders, history, triggers.get(), base::shop)
            .with(reviews.engine.asks())
            .with(segments)
            .resting(service.caseStore::inService)
            .with(members)
            .with(holdouts)
            .with(splitTests)
            .with(clicks)
            .with(sunset)
            .by(channels));
  }

  /**
   * For code of the store too. Whoever stands first keeps its own record before the next may react
   * to it: facts about people, entries of campaigns, cases, series.
   */
  @Bean
  Moments ppMoments(SeriesEngine engine, CampaignStore campaigns, SegmentParts segments) {
    return segments.keeping(
        new EnterByMoments(
            service.listening(engine.moments()), campaigns, () -> base.shop.locale, base.clock));
  }
}
