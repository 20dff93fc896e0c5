package org.postpurchase.broadleaf.config;

import java.util.function.Supplier;
import org.postpurchase.campaign.CampaignStore;
import org.postpurchase.campaign.Campaigns;
import org.postpurchase.campaign.EnterByMoments;
import org.postpurchase.campaign.jdbc.CampaignJdbcModule;
import org.postpurchase.moment.Moments;

/** Campaigns and contests, put together once for each webapp. */
public final class CampaignParts {
  private final CampaignStore store;
  private final Campaigns campaigns;

  /**
   * @param moments known once the shop runs
   */
  CampaignParts(Ground ground, StoryParts stories, ReviewParts reviews, Supplier<Moments> moments) {
    store = CampaignJdbcModule.campaigns(ground.jdbc, ground.inserts);
    campaigns =
        new Campaigns(
            store,
            stories.getStore(),
            reviews.getPhotos(),
            moments,
            ground.transactions,
            ground.clock);
  }

  /** The door for moments, with people entering campaigns on the way. */
  Moments before(Moments next, Ground ground) {
    return new EnterByMoments(next, store, () -> ground.shop.locale, ground.clock);
  }

  public CampaignStore getStore() {
    return store;
  }

  public Campaigns getCampaigns() {
    return campaigns;
  }
}
