package org.postpurchase.broadleaf.config;

import org.postpurchase.ask.AsksWithVoices;
import org.postpurchase.click.MeasureClicks;
import org.postpurchase.confirmation.PromptReader;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.ComposeMessage;
import org.postpurchase.messaging.MessageSender;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.referral.invite.InvitationMessages;
import org.postpurchase.referral.invite.InvitationTemplates;
import org.postpurchase.restraint.OptInMessages;
import org.postpurchase.series.Members;
import org.postpurchase.series.SeriesEngine;
import org.postpurchase.series.SeriesMessageModel;
import org.postpurchase.service.CaseAlertMessages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Composing messages and handing them over. */
@Configuration
class SendingConfiguration {
  @Autowired private Infrastructure base;
  @Autowired private ModuleSettings settings;
  @Autowired private SeriesParts series;
  @Autowired private RestraintParts restraint;
  @Autowired private ReviewParts reviews;
  @Autowired private StoryParts stories;
  @Autowired private ReferralParts referral;
  @Autowired private InvitationMessages invitations;
  @Autowired private SmsParts sms;
  @Autowired private ServiceParts service;

  /** What messages of series show of the order, its buyer, and what other features add. */
  @Bean
  SeriesMessageModel ppSeriesMessageModel(
      OrderReader orders,
      OrderLineStore lines,
      PromptReader prompts,
      Members members,
      ProgrammeReader points,
      Channels channels) {
    return new SeriesMessageModel(
            orders,
            lines,
            series.rewardCodes,
            series.consents,
            new SeriesMessageModel.Wording(
                series.model, locale -> prompts.find(locale).map(p -> p.promise), series.links))
        .with(series.enrollments, members, base.clock)
        .with(restraint.links)
        .with(new AsksWithVoices(reviews.engine.asks(), stories.voices()), base.clock)
        .with(referral.inMails(reviews.asks, points))
        .by(channels);
  }

  /** Messages of series, and those that belong to none: alerts, questions, confirmations. */
  @Bean
  ComposeMessage ppComposeMessage(
      SeriesMessageModel model, TemplateReader templates, Renderer renderer) {
    return new ComposeMessage(
        new InvitationTemplates(
            new OptInMessages.Templates(
                SmsParts.asking(new CaseAlertMessages.Templates(templates)))),
        series.templateVersions,
        invitations.model(restraint.asking(sms.asking(service.alerting(model)))),
        renderer);
  }

  @Bean
  MessageSender ppMessageSender(
      MessageStore messages,
      SeriesEngine engine,
      ComposeMessage compose,
      ChannelsOfShop channels,
      MeasureClicks clicks) {
    return new MessageSender(
        messages,
        invitations.gate(engine.gate()),
        compose,
        () -> channels.outlets(series.consents),
        new MessageSender.Delivery(
                MessageSender.policy(), base.transactions, base.clock, base.node.owner)
            .marking(clicks)
            .batch(settings.batches().mails())
            .begunMost(settings.mailUnclearMost())
            .connections(settings.mailConnections()));
  }

  @Bean
  FeatureWork ppSendingWork(MessageSender sender) {
    return new FeatureWork().during(FeatureWork.Stage.MESSAGES, sender);
  }
}
