package org.postpurchase.broadleaf.config;

import org.broadleafcommerce.core.offer.dao.OfferCodeDao;
import org.broadleafcommerce.core.offer.dao.OfferDao;
import org.postpurchase.broadleaf.member.BroadleafMembers;
import org.postpurchase.broadleaf.offer.BroadleafRewardOffers;
import org.postpurchase.broadleaf.settings.EntitySeriesCatalog;
import org.postpurchase.broadleaf.settings.InstallPresets;
import org.postpurchase.broadleaf.settings.PresetGallery;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.consent.Consents;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.messaging.TemplateVersions;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderReader;
import org.postpurchase.reward.RedeemReward;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.reward.SettleReservations;
import org.postpurchase.series.DecisionStore;
import org.postpurchase.series.Members;
import org.postpurchase.series.SeriesEngine;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.series.StaffSteps;
import org.postpurchase.series.jdbc.SeriesJdbcModule;
import org.postpurchase.tracking.LinkSigner;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Series of messages, the codes that they give, and what begins them. */
@Configuration
class SeriesConfiguration {
  @Autowired private Infrastructure base;

  /** What series can begin with in this shop. */
  @Bean
  TriggersOfShop ppTriggers(BeanFactory beans) {
    return new TriggersOfShop(beans);
  }

  @Bean
  DecisionStore ppDecisions() {
    return SeriesJdbcModule.decisions(base.jdbc, base.inserts);
  }

  @Bean
  Members ppMembers() {
    return new BroadleafMembers(base.jdbc, base.dialect, () -> base.shop.locale);
  }

  @Bean
  RewardOffers ppRewardOffers(
      @Qualifier("blOfferDao") OfferDao offers,
      @Qualifier("blOfferCodeDao") OfferCodeDao codes,
      SettingsQuery query) {
    return new BroadleafRewardOffers(offers, codes, query, base.jdbc, base.dialect);
  }

  /** What texts of a series may show. */
  @Bean
  SeriesModel ppSeriesModel(OrderModel orders, TriggersOfShop triggers) {
    return new SeriesModel(orders, triggers.get());
  }

  @Bean
  SeriesParts.Texts ppSeriesTexts(
      TemplateReader templates, TemplateVersions versions, Renderer renderer, LinkSigner signer) {
    return new SeriesParts.Texts(templates, versions, renderer, signer);
  }

  @Bean
  SeriesParts ppSeries(
      Channels channels,
      SettingsQuery query,
      SeriesModel model,
      RewardOffers rewardOffers,
      SeriesParts.Texts texts) {
    return new SeriesParts(
        base, channels, new EntitySeriesCatalog(query), model, rewardOffers, texts);
  }

  @Bean
  Consents ppConsents(SeriesParts series) {
    return series.consents;
  }

  @Bean
  RedeemReward ppRedeemReward(SeriesParts series) {
    return series.redeemReward;
  }

  @Bean
  SeriesParts.Facts ppFactsOfSeries(
      DecisionStore decisions, MessageStore messages, OrderLineStore lines) {
    return new SeriesParts.Facts(decisions, messages, lines);
  }

  @Bean
  SeriesEngine ppSeriesEngine(
      SeriesParts series,
      SeriesEngine.Sources sources,
      SeriesParts.Facts facts,
      ModuleSettings settings) {
    return series.engine(base, sources, facts, settings.batches().steps());
  }

  /** What people at the desk do about one run. */
  @Bean
  StaffSteps ppStaffSteps(SeriesEngine engine) {
    return engine.staff();
  }

  /** The series that come with the product, as drafts; before anything reads series. */
  @Bean
  InstallPresets ppInstallPresets(
      SettingsQuery query, TemplateVersions versions, Channels channels, ModuleSettings settings) {
    InstallPresets presets = new InstallPresets(query, versions, channels.main().key());
    if (settings.bringsPresets()) {
      presets.run();
    }
    return presets;
  }

  /** Ready series that merchants take as drafts. */
  @Bean
  PresetGallery ppPresets(
      SettingsQuery query, TemplateVersions versions, Channels channels, TriggersOfShop triggers) {
    return new PresetGallery(query, versions, channels.main().key(), triggers.get());
  }

  @Bean
  FeatureWork ppSeriesWork(SeriesEngine engine, RedeemReward redeem, OrderReader orders) {
    return new FeatureWork()
        .at(FeatureWork.Turn.SERIES, engine.handler())
        .during(FeatureWork.Stage.STEPS, engine.dueSteps())
        .during(FeatureWork.Stage.UPKEEP, new SettleReservations(redeem, orders, base.failures));
  }
}
