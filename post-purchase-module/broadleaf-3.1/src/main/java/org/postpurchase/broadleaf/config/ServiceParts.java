package org.postpurchase.broadleaf.config;

import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import org.postpurchase.ask.AskBudget;
import org.postpurchase.helpdesk.TellHelpDesk;
import org.postpurchase.helpdesk.jdbc.HelpDeskJdbcModule;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.MessageModel;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderReader;
import org.postpurchase.review.ReviewSettings;
import org.postpurchase.series.EndedRest;
import org.postpurchase.series.jdbc.SeriesJdbcModule;
import org.postpurchase.service.CaseAlertMessages;
import org.postpurchase.service.CaseLinks;
import org.postpurchase.service.CaseStore;
import org.postpurchase.service.Cases;
import org.postpurchase.service.OpenCasesOnMoments;
import org.postpurchase.service.ReportProblem;
import org.postpurchase.service.ServiceSettingsStore;
import org.postpurchase.service.TellClosedCases;
import org.postpurchase.service.TimeOutCases;
import org.postpurchase.service.jdbc.ServiceJdbcModule;
import org.postpurchase.shared.DueWork;
import org.postpurchase.survey.MailSurvey;
import org.postpurchase.survey.OpenSurvey;
import org.postpurchase.survey.SurveyEngine;
import org.postpurchase.survey.SurveyLinks;
import org.postpurchase.survey.SurveyResults;
import org.postpurchase.survey.SurveyStore;
import org.postpurchase.survey.jdbc.SurveyJdbcModule;
import org.postpurchase.tracking.LinkSigner;

/** Surveys and cases, put together once for each webapp. */
public final class ServiceParts {
  public final SurveyStore surveys;
  public final SurveyResults results;
  public final SurveyLinks surveyLinks;
  public final SurveyEngine surveyEngine;
  public final CaseStore caseStore;
  public final ServiceSettingsStore settings;

  /** For code of the store too: opens cases and works on them. */
  public final Cases cases;

  public final CaseLinks caseLinks;
  public final ReportProblem report;
  private final TimeOutCases timeOut;
  private final CaseAlertMessages alerts;

  /**
   * @param moments known once the shop runs
   */
  ServiceParts(
      Infrastructure base,
      OrderReader orders,
      ReviewParts reviews,
      LinkSigner signer,
      Mails mails,
      Supplier<Moments> moments) {
    caseStore = ServiceJdbcModule.cases(base.jdbc, base.inserts);
    settings = ServiceJdbcModule.settings(base.jdbc, base.inserts);
    alerts =
        new CaseAlertMessages(
            mails.messages, caseStore, () -> mails.channels.main().key(), base::shop);
    cases =
        new Cases(
            caseStore,
            settings,
            new Cases.Told(
                alerts,
                moments,
                new TellClosedCases(
                    new TellHelpDesk(HelpDeskJdbcModule.store(base.jdbc, base.inserts)),
                    caseStore,
                    contact -> lookAtOnce(contact, base))),
            base::zone,
            base.transactions,
            base.clock);
    caseLinks = new CaseLinks(base::shop, signer);
    report = new ReportProblem(cases, caseStore, settings, orders, base.transactions);
    timeOut =
        new TimeOutCases(caseStore, cases, settings, base.transactions, base.failures, base.clock);
    surveys = SurveyJdbcModule.surveys(base.jdbc, base.inserts);
    results = SurveyJdbcModule.results(base.jdbc);
    surveyLinks = new SurveyLinks(base::shop, signer);
    surveyEngine =
        new SurveyEngine(
            surveys,
            new SurveyEngine.Shopside(orders, reviews.asks, new Asking(reviews), moments),
            base.transactions,
            base.clock);
  }

  private static void lookAtOnce(String contact, Infrastructure base) {
    SeriesJdbcModule.executions(base.jdbc, base.dialect)
        .lookAtOnce(EndedRest.ofCase(contact), base.clock.instant());
  }

  /** How staff is told of cases. */
  static final class Mails {
    final MessageStore messages;
    final Channels channels;

    Mails(MessageStore messages, Channels channels) {
      this.messages = messages;
      this.channels = channels;
    }
  }

  /** One budget for requests of all kinds, which stands among the settings of reviews. */
  private final class Asking implements OpenSurvey.Rules {
    private final ReviewParts reviews;

    Asking(ReviewParts reviews) {
      this.reviews = reviews;
    }

    @Override
    public AskBudget budget() {
      return reviews.settings.active().orElseGet(ReviewSettings::usual).budget;
    }

    @Override
    public Set<String> inService(Collection<String> contacts) {
      return caseStore.inService(contacts);
    }
  }

  /** Links to surveys in mails. */
  MailSurvey inMails(Infrastructure base, ReviewParts reviews) {
    return new MailSurvey(
        surveys, surveyLinks, reviews.asks, new Asking(reviews), base.transactions, base.clock);
  }

  /** The door for moments, at which bad reviews and scores open cases. */
  Moments listening(Moments series) {
    return new OpenCasesOnMoments(series, () -> cases, settings);
  }

  /** What messages show, those to staff about new cases included. */
  MessageModel alerting(MessageModel others) {
    return alerts.model(others);
  }

  DueWork timeOut() {
    return timeOut;
  }
}
