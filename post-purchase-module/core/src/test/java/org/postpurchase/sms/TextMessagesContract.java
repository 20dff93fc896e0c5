package org.postpurchase.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.feedback.ProviderEvents;
import org.postpurchase.feedback.jdbc.FeedbackJdbcModule;
import org.postpurchase.messaging.Addressee;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageState;
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

/** Text messages of a whole shop, with the provider on a local port. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class TextMessagesContract {
  private static final String NUMBER = "+4915112345678";
  private static final String CONTACT = "ada@example.com";
  private final SettableClock clock = new SettableClock();
  private final Map<Long, OrderPhones.Typed> typed = new HashMap<>();
  private final List<String> staff = new ArrayList<>();
  private boolean staffReads = true;
  private CoreDatabase database;
  private LocalProvider server;
  private PhoneStore phones;
  private SmsAnswers answers;
  private SmsLog log;
  private ProviderEvents events;
  private Consents consents;
  private SmsReports reports;
  private SmsInbox inbox;
  private AskForYes ask;
  private SeriesWorld world;
  private int inbound;

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
    consents =
        new Consents(database.consents(), database.transactions, clock).by(SmsChannel.KEY);
    StopNumber stop = new StopNumber(phones, consents, clock);
    SmsProvider provider = new TwilioProvider(settings, JsonModule.reader(), new SmsHttp(2000, 400));
    SmsChannel channel =
        new SmsChannel(
            phones, new SendSms(settings, provider, log, stop, database.transactions, clock));
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
    world = new SeriesWorld(database, new KnownMembers().sendingBy(channel)).fresh();
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
    server.close();
  }

  private static Step step(String key, Purpose purpose, int days) {
    return new Step.Builder(key)
        .at(days + 1, key)
        .delay(Anchor.SUBMITTED, days, 0)
        .sends(purpose, "SMS", key)
        .build();
  }

  private void places(long id, String number, boolean ticked) {
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

  private void handle(long... ids) {
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

  private String says(String text) {
    clock.advance(Duration.ofMinutes(1));
    return inbox.take("twilio", new InboundSms("SMin" + ++inbound, NUMBER, text, false));
  }

  private Phone phone() {
    return phones.ofNumbers(Collections.singleton(NUMBER)).get(0);
  }

  private List<String> sent() {
    List<String> sent = new ArrayList<>();
    server.taken.forEach(form -> sent.add(form.get("To") + " " + form.get("Body")));
    return sent;
  }

  private long questions() {
    return database.messages().list(null, 100, 0).stream()
        .filter(m -> m.content.touch.equals(SmsQuestions.TOUCH))
        .count();
  }

  @Test
  void a_message_about_the_order_goes_to_the_number_of_the_order() {
    places(1, "0151 / 123 456 78", false);

    assertThat(sent()).hasSize(1);
    assertThat(sent().get(0)).startsWith(NUMBER + " Your order ").endsWith("is on its way.");
    assertThat(phone().state).isEqualTo(Phone.State.KNOWN);
    assertThat(questions()).isZero();
  }

  @Test
  void a_landline_or_no_number_is_skipped_with_the_reason() {
    places(1, "030 1234567", false);
    places(2, "", false);

    assertThat(sent()).isEmpty();
    assertThat(world.verdicts(1)).contains("parcel SKIP NO_USABLE_ADDRESS");
    assertThat(world.verdicts(2)).containsExactly("parcel SKIP NO_USABLE_ADDRESS");
  }

  @Test
  void a_tick_alone_lifts_nothing_and_only_the_numbers_own_yes_does() {
    places(1, "0151 12345678", true);
    assertThat(questions()).isEqualTo(1);
    assertThat(phone().state).isEqualTo(Phone.State.ASKED);
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.NO_CONSENT);
    handle(1);
    assertThat(questions()).as("asked once").isEqualTo(1);

    assertThat(says("Yes!")).contains("STOP");

    assertThat(phone().state).isEqualTo(Phone.State.CONFIRMED);
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.ALLOWED);
    String proof = database.consents().by("SMS").latest(CONTACT).get().textShown;
    assertThat(proof).contains("Yes, text me").contains(NUMBER).contains("Yes!");
    world.pass(Duration.ofDays(1));
    assertThat(sent()).anyMatch(text -> text.contains("10 % off"));
  }

  @Test
  void nobody_can_say_yes_who_was_not_asked() {
    places(1, "0151 12345678", false);
    assertThat(says("YES")).isEmpty();
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.NO_CONSENT);
  }

  @Test
  void stop_ends_it_for_everybody_with_the_number_and_for_whoever_gives_it_again() {
    places(1, "0151 12345678", true);
    says("yes");
    assertThat(says("Stop.")).as("the provider confirms it").isEmpty();

    assertThat(phone().state).isEqualTo(Phone.State.STOPPED);
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.OPTED_OUT);
    world.pass(Duration.ofDays(1));
    assertThat(sent()).noneMatch(text -> text.contains("10 % off"));

    typed.put(2L, new OrderPhones.Typed("+49 151 12345678", ""));
    world.orders.with(order(2).line(20, 1).email("bob@example.com").submittedAt(clock.instant()));
    database.transactions.run(
        () -> answers.answer(2, new SmsAnswers.Answer(true, "Yes", "en", clock.instant())));
    handle(2);
    assertThat(questions()).isEqualTo(1);
    assertThat(phones.ofContacts(List.of("bob@example.com")).get("bob@example.com").get(0).state)
        .isEqualTo(Phone.State.STOPPED);
    assertThat(
            new SmsChannel(phones, null)
                .recipientOf(new Addressee("bob@example.com", "bob@example.com", 0, 2)))
        .isEmpty();
  }

  @Test
  void start_takes_a_stop_back_if_there_was_a_yes_to_ask_for() {
    places(1, "0151 12345678", true);
    says("ja");
    says("STOP");
    says("START");
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.ALLOWED);
    assertThat(phone().state).isEqualTo(Phone.State.CONFIRMED);
  }

  @Test
  void other_words_are_read_by_staff_and_count_as_a_stop_where_nobody_reads() {
    places(1, "0151 12345678", true);
    says("yes");
    says("Where is my parcel? It is late.");
    assertThat(staff).containsExactly("Where is my parcel? It is late.");
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.ALLOWED);

    staffReads = false;
    says("I would rather you did not write to me");
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.OPTED_OUT);
    assertThat(says("HELP")).contains("STOP");
  }

  @Test
  void the_same_message_of_the_provider_counts_once() {
    places(1, "0151 12345678", true);
    InboundSms words = new InboundSms("SMx", NUMBER, "Hm, who are you?", false);
    inbox.take("twilio", words);
    inbox.take("twilio", words);
    assertThat(staff).hasSize(1);
  }

  @Test
  void an_answer_of_the_provider_that_the_holder_opted_out_ends_it_here_too() {
    server.refuses(400, "21610");
    places(1, "0151 12345678", false);
    Message message = database.messages().list(null, 1, 0).get(0);
    assertThat(message.state).isEqualTo(MessageState.FAILED);
    assertThat(phone().state).isEqualTo(Phone.State.STOPPED);
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.OPTED_OUT);
  }

  @Test
  void an_outage_opens_the_breaker_and_uses_up_nobodys_attempts() {
    server.refuses(429, "20429");
    places(1, "0151 12345678", false);
    places(2, "0151 12345678", false);
    int tried = server.taken.size();
    assertThat(database.breaker("SMS").trouble().get().reason).contains("429");
    assertThat(tried).as("one message finds out for all").isLessThanOrEqualTo(2);
    assertThat(database.messages().list(MessageState.QUEUED, 9, 0)).hasSize(2);

    server.status = 201;
    server.body = "";
    world.pass(Duration.ofMinutes(20));
    assertThat(database.messages().list(MessageState.SENT, 9, 0)).hasSize(2);
    assertThat(database.breaker("SMS").trouble()).isEmpty();
  }

  @Test
  void what_became_of_it_and_what_it_cost_is_kept_beside_the_message() {
    places(1, "0151 12345678", false);
    String reference = database.messages().list(null, 1, 0).get(0).mimeMessageId;
    assertThat(entry(reference).get().state).isEqualTo(SmsReport.State.TAKEN);

    SmsReport delivered =
        SmsReport.of("SM1", SmsReport.State.DELIVERED, NUMBER)
            .about(reference)
            .cost(new BigDecimal("0.075"), "EUR")
            .build();
    assertThat(reports.take("twilio", delivered)).isTrue();
    assertThat(reports.take("twilio", delivered)).isFalse();
    reports.take("twilio", SmsReport.of("SM1", SmsReport.State.SENT, NUMBER).build());

    assertThat(entry(reference).get().state).isEqualTo(SmsReport.State.DELIVERED);
    assertThat(entry(reference).get().price).isEqualByComparingTo("0.075");
    assertThat(entry(reference).get().segments).isEqualTo(1);
    assertThat(database.count("PP_PROVIDER_EVENT")).isEqualTo(2);
  }

  @Test
  void a_callback_that_is_faster_than_our_own_row_is_kept() {
    reports.take(
        "twilio",
        SmsReport.of("SM9", SmsReport.State.DELIVERED, NUMBER).about("<early@shop>").build());
    database.transactions.run(
        () -> log.taken("twilio", "<early@shop>", NUMBER, SmsResult.taken("SM9", 2), clock.instant()));
    assertThat(entry("<early@shop>").get().state).isEqualTo(SmsReport.State.DELIVERED);
    assertThat(entry("<early@shop>").get().segments).isEqualTo(2);
  }

  private Optional<SmsLog.Entry> entry(String reference) {
    return Optional.ofNullable(
        database.transactions.call(() -> log.of(List.of(reference))).get(reference));
  }

  @Test
  void codes_of_failures_update_what_may_be_sent() {
    places(1, "0151 12345678", true);
    says("yes");
    reports.take("twilio", failed("SM5", "30003", SmsReport.Meaning.NOTHING));
    assertThat(phone().state).as("a telephone that is off").isEqualTo(Phone.State.CONFIRMED);
    reports.take("twilio", failed("SM6", "30004", SmsReport.Meaning.OPTED_OUT));
    assertThat(phone().state).isEqualTo(Phone.State.STOPPED);
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.OPTED_OUT);
    reports.take("twilio", failed("SM7", "30005", SmsReport.Meaning.NO_SUCH_NUMBER));
    assertThat(phone().state).isEqualTo(Phone.State.UNREACHABLE);
  }

  private static SmsReport failed(String id, String code, SmsReport.Meaning meaning) {
    return SmsReport.of(id, SmsReport.State.FAILED, NUMBER).failed(code, meaning).build();
  }

  /** In whatever order and however often reports come, the end is the latest one can be. */
  @Test
  void reports_in_any_order_end_alike() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int n = 0; n < 40; n++) {
      String id = "R" + n + "x" + Math.abs(seed % 1000);
      List<SmsReport> all = new ArrayList<>();
      for (SmsReport.State state :
          List.of(SmsReport.State.TAKEN, SmsReport.State.SENT, SmsReport.State.DELIVERED)) {
        for (int copies = random.nextInt(3); copies >= 0; copies--) {
          all.add(SmsReport.of(id, state, NUMBER).about("<" + id + ">").build());
        }
      }
      Collections.shuffle(all, random);
      all.forEach(report -> reports.take("twilio", report));
      assertThat(entry("<" + id + ">").get().state)
          .as("seed %d", seed)
          .isEqualTo(SmsReport.State.DELIVERED);
    }
    assertThat(database.count("PP_PROVIDER_EVENT")).isEqualTo(3 * 40);
  }
}
