package org.postpurchase.broadleaf.config;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.broadleaf.sms.BroadleafPhones;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.jdbc.ConsentJdbcModule;
import org.postpurchase.feedback.ProviderEvents;
import org.postpurchase.feedback.jdbc.FeedbackJdbcModule;
import org.postpurchase.messaging.Channel;
import org.postpurchase.messaging.MessageModel;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.order.OrderReader;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.service.CaseKind;
import org.postpurchase.service.NewCase;
import org.postpurchase.service.ServiceCase;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.json.JsonModule;
import org.postpurchase.sms.AskForYes;
import org.postpurchase.sms.InboundSms;
import org.postpurchase.sms.Phone;
import org.postpurchase.sms.PhoneStore;
import org.postpurchase.sms.SendSms;
import org.postpurchase.sms.SmsAnswers;
import org.postpurchase.sms.SmsChannel;
import org.postpurchase.sms.SmsChoices;
import org.postpurchase.sms.SmsInbox;
import org.postpurchase.sms.SmsLog;
import org.postpurchase.sms.SmsProvider;
import org.postpurchase.sms.SmsQuestions;
import org.postpurchase.sms.SmsReports;
import org.postpurchase.sms.SmsSettings;
import org.postpurchase.sms.SmsWords;
import org.postpurchase.sms.StopNumber;
import org.postpurchase.sms.TwilioProvider;
import org.postpurchase.sms.jdbc.SmsJdbcModule;
import org.postpurchase.sms.numbers.NumbersModule;

/** Text messages, put together once for each webapp; nothing is sent unless they are set up. */
public final class SmsParts {
  /** Whose consents these are not. */
  private static final String MAIL = "EMAIL";

  private final Infrastructure base;
  public final SmsSettings settings;
  public final SmsProvider provider;
  private final PhoneStore phones;
  private final SmsAnswers answers;
  public final SmsLog log;
  public final ProviderEvents events;
  private final Consents consents;
  private final SmsChannel channel;
  public final SmsReports reports;
  public final SmsInbox inbox;

  /**
   * @param service known once the shop runs
   */
  SmsParts(Infrastructure base, SmsSettings settings, Supplier<ServiceParts> service) {
    this.base = base;
    this.settings = settings;
    provider = new TwilioProvider(settings, JsonModule.reader());
    phones = SmsJdbcModule.phones(base.jdbc, base.inserts);
    answers = SmsJdbcModule.answers(base.jdbc, base.inserts);
    log = SmsJdbcModule.log(base.jdbc, base.inserts);
    events = FeedbackJdbcModule.events(base.jdbc, base.inserts);
    consents =
        new Consents(
                ConsentJdbcModule.consents(base.jdbc, base.inserts, MAIL),
                base.transactions,
                base.clock)
            .by(SmsChannel.KEY);
    StopNumber stop = new StopNumber(phones, consents, base.clock);
    channel =
        new SmsChannel(
            phones,
            NumbersModule.numbers(),
            new SendSms(settings, provider, log, stop, base.transactions, base.clock));
    reports = new SmsReports(events, log, stop, base.transactions, base.clock);
    inbox =
        new SmsInbox(
            phones,
            consents,
            events,
            new SmsInbox.Replies(
                (sender, message) -> open(service.get(), sender, message),
                new SmsWords(base::shop)),
            base.transactions,
            base.clock);
  }

  /** A reply that no rule understands is a case: advertising rests while it is open. */
  private static boolean open(ServiceParts service, Phone sender, InboundSms message) {
    String key = "sms:" + sender.number;
    Optional<ServiceCase> known = service.caseStore.ofCause(key);
    if (known.isPresent()) {
      service.cases.customerWrote(known.get().id, message.text);
      return true;
    }
    NewCase cause =
        NewCase.of(CaseKind.COMPLAINT, key, EmailAddress.stored(sender.contact))
            .order(sender.orderId)
            .about("SMS " + sender.number)
            .words(message.text)
            .build();
    return service.cases.open(cause).isPresent();
  }

  /** None unless an account is named. */
  List<Channel> channels() {
    return settings.isOn() ? Collections.singletonList(channel) : Collections.emptyList();
  }

  /** None unless an account is named. */
  List<EventHandler> handlers(OrderReader orders, MessageStore messages) {
    return settings.isOn()
        ? Collections.singletonList(
            new AskForYes(
                orders,
                new AskForYes.Numbers(
                    new BroadleafPhones(base.inserts.rows()), NumbersModule.numbers(), phones),
                answers,
                consents,
                messages,
                base.clock))
        : Collections.emptyList();
  }

  /** What messages show, those that ask for a YES included. */
  MessageModel asking(MessageModel others) {
    return SmsQuestions.model(others, base::shop);
  }

  /** The words of messages, of those that ask for a YES too. */
  static TemplateReader asking(TemplateReader others) {
    return new SmsQuestions.Templates(others);
  }

  /** Null while nothing is sent, and so nothing is asked. */
  public SmsAnswers getAnswersIfOn() {
    return settings.isOn() ? answers : null;
  }

  /** What people say on their page of preferences. */
  SmsChoices choices(MessageStore messages) {
    return new SmsChoices(phones, consents, messages, base.transactions, base.clock);
  }
}
