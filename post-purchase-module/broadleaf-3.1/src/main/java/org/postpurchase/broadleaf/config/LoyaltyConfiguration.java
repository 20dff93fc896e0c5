package org.postpurchase.broadleaf.config;

import java.time.LocalTime;
import java.util.Collections;
import org.postpurchase.broadleaf.points.OwnOrders;
import org.postpurchase.broadleaf.settings.EntityProgrammeReader;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.ledger.ProveNightly;
import org.postpurchase.loyalty.AwardForEvent;
import org.postpurchase.loyalty.LoyaltyEngine;
import org.postpurchase.loyalty.MailMember;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.loyalty.ReportTierChanges;
import org.postpurchase.loyalty.jdbc.LoyaltyJdbcModule;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.tracking.LinkSigner;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The programme for members: points, tiers and what members are told of both. */
@Configuration
class LoyaltyConfiguration {
  /** When a shop sleeps. */
  private static final LocalTime PROOF_AT = LocalTime.of(3, 30);

  @Autowired private Infrastructure base;

  @Bean
  EntityProgrammeReader ppProgrammes(SettingsQuery query, BeanFactory beans) {
    return new EntityProgrammeReader(query, base::shop, RuleTypesOfShop.in(beans));
  }

  @Bean
  TierAccess ppTierAccess() {
    return new TierAccess(base);
  }

  @Bean
  NoticeParts ppPointsNoticeParts(
      TierAccess tiers, ProgrammeReader programmes, ModuleSettings settings) {
    return new NoticeParts(base, tiers, programmes, settings.pointsPage());
  }

  @Bean
  ShippedTriggers ppPointsTriggers(NoticeParts notices) {
    return new ShippedTriggers(notices.triggers());
  }

  @Bean
  LoyaltyEngine.Orders ppOrdersOfMembers(
      OrderReader orders, OrderHistory history, OrderLineStore lines) {
    return new LoyaltyEngine.Orders(orders, history, lines, base::zone);
  }

  @Bean
  LoyaltyParts ppLoyalty(
      TierAccess tiers,
      ProgrammeReader programmes,
      LoyaltyEngine.Orders orders,
      LinkSigner signer,
      Moments moments,
      SegmentMembership segments) {
    LoyaltyParts loyalty =
        new LoyaltyParts(base, tiers, programmes, orders, signer, new ReportTierChanges(moments));
    loyalty.engine.with(segments);
    return loyalty;
  }

  /** Points and tier of a mail's reader, for all texts. */
  @Bean
  MailMember ppMailMember(TierAccess tiers, ProgrammeReader programmes, SeriesModel model) {
    MailMember member =
        new MailMember(programmes, tiers.reader, LoyaltyJdbcModule.memberCards(base.inserts));
    model.with(Collections.singletonList(member));
    return member;
  }

  /** For code of the store: what happens outside of orders and earns points, such as a review. */
  @Bean
  AwardForEvent ppLoyaltyEvents(LoyaltyParts loyalty) {
    return loyalty.getEvents();
  }

  /** Orders that customers placed before they had an account. */
  @Bean
  OwnOrders ppOwnOrders(LoyaltyParts loyalty) {
    return loyalty.ownOrders;
  }

  @Bean
  FeatureWork ppLoyaltyWork(
      LoyaltyParts loyalty,
      NoticeParts notices,
      OrderReader orders,
      Moments moments,
      ObjectFactory<Moments> later) {
    return new FeatureWork()
        .at(
            FeatureWork.Turn.POINTS,
            notices.telling(loyalty.engine.handler(), orders, later::getObject))
        .during(FeatureWork.Stage.MOMENTS, notices.expiringPoints(loyalty.store, moments))
        .during(FeatureWork.Stage.UPKEEP, loyalty.engine.sweep())
        .during(FeatureWork.Stage.UPKEEP, loyalty.engine.keepTiers())
        .during(FeatureWork.Stage.UPKEEP, loyalty.engine.settleHolds())
        .during(
            FeatureWork.Stage.UPKEEP,
            new ProveNightly(
                    loyalty.proof,
                    base.node.leases,
                    base.node.owner,
                    base.clock,
                    PROOF_AT,
                    base.shop.zone)
                .keeping(base.failures));
  }
}
