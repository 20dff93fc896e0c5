package org.postpurchase.broadleaf.config;

import org.postpurchase.consent.Consents;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.sms.SmsChoices;
import org.postpurchase.tracking.LinkSigner;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Text messages, and what providers of messages report. */
@Configuration
class SmsConfiguration {
  @Autowired private Infrastructure base;
  @Autowired private ModuleSettings settings;

  @Bean
  SmsParts ppSms(ObjectFactory<ServiceParts> service) {
    return new SmsParts(base, settings.sms(), service::getObject);
  }

  @Bean
  ShippedChannels ppSmsChannels(SmsParts sms) {
    return new ShippedChannels(sms.channels());
  }

  @Bean
  FeedbackParts ppFeedback(Consents consents, LinkSigner signer, SmsParts sms) {
    return new FeedbackParts(
        base,
        settings.feedback(),
        consents,
        signer,
        sms.settings.isOn() ? sms.settings.publicUrl : base.shop.url);
  }

  /** What people say about text messages; asked only while an account is named. */
  @Bean
  SmsChoices ppSmsChoices(SmsParts sms, MessageStore messages) {
    return sms.choices(messages);
  }

  @Bean
  FeatureWork ppSmsWork(SmsParts sms, OrderReader orders, MessageStore messages) {
    FeatureWork work = new FeatureWork();
    for (EventHandler handler : sms.handlers(orders, messages)) {
      work.at(FeatureWork.Turn.CONSENT, handler);
    }
    return work;
  }
}
