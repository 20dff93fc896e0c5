package org.postpurchase.broadleaf.config;

import java.util.Collections;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderReader;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.service.CaseLinks;
import org.postpurchase.service.Cases;
import org.postpurchase.service.MailContact;
import org.postpurchase.service.jdbc.ServiceJdbcModule;
import org.postpurchase.survey.MailSurvey;
import org.postpurchase.tracking.LinkSigner;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Surveys, cases, and how the shop is reached. */
@Configuration
class ServiceConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  ServiceParts ppService(
      OrderReader orders,
      ReviewParts reviews,
      LinkSigner signer,
      MessageStore messages,
      Channels channels,
      ObjectFactory<Moments> moments) {
    return new ServiceParts(
        base,
        orders,
        reviews,
        signer,
        new ServiceParts.Mails(messages, channels),
        moments::getObject);
  }

  /** For code of the store: opens cases of customers for whom something went wrong. */
  @Bean
  Cases ppCases(ServiceParts service) {
    return service.cases;
  }

  /** How mails say that the shop is reached. */
  @Bean
  MailContact ppMailContact(LinkSigner signer) {
    return new MailContact(
        ServiceJdbcModule.settings(base.jdbc, base.inserts),
        new CaseLinks(base::shop, signer),
        base::shop,
        base.transactions,
        base.clock);
  }

  /** Links to surveys in mails. */
  @Bean
  MailSurvey ppMailSurvey(ServiceParts service, ReviewParts reviews, SeriesModel model) {
    MailSurvey survey = service.inMails(base, reviews);
    model.with(Collections.singletonList(survey));
    return survey;
  }

  @Bean
  FeatureWork ppServiceWork(ServiceParts service) {
    return new FeatureWork().during(FeatureWork.Stage.UPKEEP, service.timeOut());
  }
}
