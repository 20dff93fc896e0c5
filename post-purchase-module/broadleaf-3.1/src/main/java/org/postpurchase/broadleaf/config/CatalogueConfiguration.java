package org.postpurchase.broadleaf.config;

import org.postpurchase.broadleaf.settings.EntityCatalogueReader;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.catalogue.BuyReward;
import org.postpurchase.catalogue.CheckReward;
import org.postpurchase.catalogue.PurchaseStore;
import org.postpurchase.catalogue.ShowCatalogue;
import org.postpurchase.catalogue.TakeBackPurchase;
import org.postpurchase.catalogue.jdbc.CatalogueJdbcModule;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.person.PersonRef;
import org.postpurchase.segment.SegmentMembership;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rewards that members buy with points. */
@Configuration
class CatalogueConfiguration {
  @Autowired private Infrastructure base;
  @Autowired private LoyaltyParts loyalty;
  @Autowired private SeriesParts series;

  @Bean
  PurchaseStore ppRewardPurchases() {
    return CatalogueJdbcModule.purchases(base.jdbc, base.inserts);
  }

  @Bean
  CheckReward ppCheckReward(SettingsQuery query, SegmentMembership segments) {
    return new CheckReward(
            loyalty.programmes,
            new EntityCatalogueReader(query, base::shop),
            series.rewardOffers,
            (programme, owner, tier) -> loyalty.getTiers().reaches(owner, tier))
        .with((owner, segment) -> isMember(segments, owner, segment));
  }

  private static boolean isMember(SegmentMembership segments, String owner, String segment) {
    long customer = Owners.customerId(owner);
    return customer > 0 && segments.isMember(segment, PersonRef.ofCustomer(customer));
  }

  @Bean
  BuyReward ppBuyReward(CheckReward check, PurchaseStore purchases) {
    return new BuyReward(
        check, purchases, loyalty.getLedger(), series.issueReward, base.transactions, base.clock);
  }

  @Bean
  ShowCatalogue ppShowCatalogue(CheckReward check, PurchaseStore purchases) {
    return new ShowCatalogue(
        check, purchases, series.rewardCodes, loyalty.views, base.transactions, base.clock);
  }

  @Bean
  TakeBackPurchase ppTakeBackPurchase(PurchaseStore purchases) {
    return new TakeBackPurchase(
        loyalty.programmes,
        purchases,
        series.rewardCodes,
        loyalty.getLedger(),
        base.transactions,
        base.clock);
  }
}
