package org.postpurchase.sms;

import static org.postpurchase.testkit.OrderFixture.order;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.postpurchase.consent.Consents;
import org.postpurchase.feedback.ProviderEvents;
import org.postpurchase.feedback.jdbc.FeedbackJdbcModule;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.Step;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.json.JsonModule;
import org.postpurchase.sms.jdbc.SmsJdbcModule;
import org.postpurchase.sms.numbers.NumbersModule;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.SettableClock;

/** A shop that texts, with its provider on a local port. */
abstract class TextingShop {
  static final String NUMBER = "+4915112345678";
  static final String CONTACT = "ada@example.com";
  final SettableClock clock = new SettableClock();
  final Map<Long, OrderPhones.Typed> typed = new HashMap<>();
  final List<String> staff = new ArrayList<>();
  boolean staffReads = true;
  boolean restrained;
  CoreDatabase database;
  LocalProvider server;
  PhoneStore phones;
  SmsAnswers answers;
  SmsLog log;
  ProviderEvents events;
  Consents consents;
  SmsReports reports;
  SmsInbox inbox;
  AskForYes ask;
  SeriesWorld world;
  int inbound;

  abstract CoreDatabase shared();

  @BeforeEach
  void open() throws IOException {
    database = shared();
    server = new LocalProvider();
    SmsSettings settings =
        SmsSettings.of("AC1", "t", "+49199", "", server.url(), "https://shop.example");
    phones = SmsJdbcModule.phones(database.jdbc, database.inserts);
    answers = SmsJdbcModule.answers(database.jdbc, database.inserts);
    log = SmsJdbcModule.log(database.jdbc, database.inserts);
    events = FeedbackJdbcModule.events(database.jdbc, database.inserts);
    consents = new Consents(database.consents(), database.transactions, clock).by(SmsChannel.KEY);
    StopNumber stop = new StopNumber(phones, consents, clock);
    SmsProvider provider =
        new TwilioProvider(settings, JsonModule.reader(), new SmsHttp(20_000, 20_000));
    SmsChannel channel =
        new SmsChannel(
            phones,
            NumbersModule.numbers(),
            new SendSms(settings, provider, log, stop, database.transactions, clock));
    reports = new SmsReports(events, log, stop, database.transactions, clock);
    inbox =
        new SmsInbox(
            phones,
            consents,
            events,
            new SmsInbox.Replies(
                (sender, message) -> staffReads && staff.add(message.text),
                new SmsWords(() -> SeriesNode.SHOP)),
            database.transactions,
            clock);
    KnownMembers members = new KnownMembers().sendingBy(channel);
    members.restrained = restrained;
    world = new SeriesWorld(database, members).fresh();
    for (String table : List.of("PP_PHONE", "PP_SMS", "PP_SMS_ANSWER", "PP_PROVIDER_EVENT")) {
      database.jdbc.update("delete from " + table);
    }
    ask =
        new AskForYes(
            world.orders,
            new AskForYes.Numbers(
                ids -> {
                  Map<Long, OrderPhones.Typed> some = new HashMap<>(typed);
                  some.keySet().retainAll(ids);
                  return some;
                },
                NumbersModule.numbers(),
                phones),
            answers,
            consents,
            database.messages(),
            clock);
    world.templates.with("parcel", "-", "Your order ${order.number} is on its way.");
    world.templates.with("offer", "-", "10 % off this week. Reply STOP to end.");
    world.activate(
        1,
        SeriesWorld.series(
            OrderTriggers.ANY_ORDER,
            ReEntry.EACH_ORDER,
            1,
            step("parcel", Purpose.TRANSACTIONAL, 0),
            step("offer", Purpose.MARKETING, 1)));
  }

  @AfterEach
  void close() {
    if (server != null) { // no database, no provider
      server.close();
    }
  }

  static Step step(String key, Purpose purpose, int days) {
    return new Step.Builder(key)
        .at(days + 1, key)
        .delay(Anchor.SUBMITTED, days, 0)
        .sends(purpose, "SMS", key)
        .build();
  }

  void places(long id, String number, boolean ticked) {
    OrderFixture order = order(id).line(id * 10, 1);
    typed.put(id, new OrderPhones.Typed(number, "DE"));
    world.orders.with(order.submittedAt(world.clock.instant()));
    database.transactions.run(
        () ->
            answers.answer(
                id, new SmsAnswers.Answer(ticked, "Yes, text me", "en", clock.instant())));
    handle(id);
    world.submit(order, false);
  }

  void handle(long... ids) {
    List<OrderEvent> all = new ArrayList<>();
    for (long id : ids) {
      all.add(
          new OrderEvent(
              OrderEvent.statusKey(id, OrderFact.SUBMITTED, 1),
              id,
              OrderFact.SUBMITTED,
              "",
              EventSource.HOST_STATUS,
              clock.instant()));
    }
    database.transactions.run(() -> ask.handle(all));
  }

  String says(String text) {
    clock.advance(Duration.ofMinutes(1));
    return inbox.take("twilio", new InboundSms("SMin" + ++inbound, NUMBER, text, false));
  }

  Phone phone() {
    return phones.ofNumbers(Collections.singleton(NUMBER)).get(0);
  }

  List<String> sent() {
    List<String> sent = new ArrayList<>();
    server.taken.forEach(form -> sent.add(form.get("To") + " " + form.get("Body")));
    return sent;
  }

  long questions() {
    return database.messages().list(null, 100, 0).stream()
        .filter(m -> m.content.touch.equals(SmsQuestions.TOUCH))
        .count();
  }

  Optional<SmsLog.Entry> entry(String reference) {
    return Optional.ofNullable(
        database.transactions.call(() -> log.of(List.of(reference))).get(reference));
  }

  static SmsReport failed(String id, String code, SmsReport.Meaning meaning) {
    return SmsReport.of(id, SmsReport.State.FAILED, NUMBER).failed(code, meaning).build();
  }
}
