package org.postpurchase.broadleaf.config;

import org.postpurchase.catalogue.BuyReward;
import org.postpurchase.catalogue.CatalogueReader;
import org.postpurchase.catalogue.CheckReward;
import org.postpurchase.catalogue.PurchaseStore;
import org.postpurchase.catalogue.SegmentCheck;
import org.postpurchase.catalogue.ShowCatalogue;
import org.postpurchase.catalogue.TakeBackPurchase;
import org.postpurchase.catalogue.TierCheck;
import org.postpurchase.catalogue.jdbc.CatalogueJdbcModule;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.person.PersonRef;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.segment.jdbc.SegmentJdbcModule;

/** The use cases around rewards for points, put together once for each webapp. */
public final class CatalogueParts {
  private final BuyReward buy;
  private final ShowCatalogue show;
  private final TakeBackPurchase takeBack;

  CatalogueParts(Ground ground, CatalogueReader rewards, LoyaltyParts loyalty, SeriesParts series) {
    PurchaseStore purchases = CatalogueJdbcModule.purchases(ground.jdbc, ground.inserts);
    TierCheck tiers = (programme, owner, tier) -> loyalty.getTiers().reaches(owner, tier);
    CheckReward check =
        new CheckReward(loyalty.getProgrammes(), rewards, series.getRewardOffers(), tiers)
            .with(segments(ground));
    buy =
        new BuyReward(
            check,
            purchases,
            loyalty.getLedger(),
            series.getIssueReward(),
            ground.transactions,
            ground.clock);
    show =
        new ShowCatalogue(
            check,
            purchases,
            series.getRewardCodes(),
            loyalty.getViews(),
            ground.transactions,
            ground.clock);
    takeBack =
        new TakeBackPurchase(
            loyalty.getProgrammes(),
            purchases,
            series.getRewardCodes(),
            loyalty.getLedger(),
            ground.transactions,
            ground.clock);
  }

  private static SegmentCheck segments(Ground ground) {
    SegmentMembership membership = SegmentJdbcModule.membership(ground.inserts);
    return (owner, segment) -> {
      long customer = Owners.customerId(owner);
      return customer > 0 && membership.isMember(segment, PersonRef.ofCustomer(customer));
    };
  }

  public BuyReward getBuy() {
    return buy;
  }

  public ShowCatalogue getShow() {
    return show;
  }

  public TakeBackPurchase getTakeBack() {
    return takeBack;
  }
}
