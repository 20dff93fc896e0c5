package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.Purpose;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderState;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.Events;
import org.postpurchase.testkit.KnownOrders;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SettableClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ThankingTheBuyerTest {
  private static final Instant SUBMITTED_AT = SettableClock.START;

  private CoreDatabase database;
  private MessageStore messages;
  private DecisionStore decisions;
  private KnownOrders orders;
  private MessageTemplate template;
  private ThankBuyerOnOrderSubmitted handler;

  @BeforeAll
  void open() {
    database = Databases.hsqldb();
    messages = database.messages();
    decisions = database.decisions();
  }

  @BeforeEach
  void start() {
    database.jdbc.update("delete from PP_MESSAGE");
    database.jdbc.update("delete from PP_TOUCH_DECISION");
    orders = new KnownOrders().with(OrderFixture.order(1).line(11, 1).locale(Locale.GERMANY));
    template = activeSince(SUBMITTED_AT.minusSeconds(60));
    handler =
        new ThankBuyerOnOrderSubmitted(
            orders,
            (key, locale) -> Optional.ofNullable(template),
            messages,
            decisions,
            new SettableClock());
  }

  @Test
  void a_submitted_order_is_thanked_and_the_verdict_names_the_message() {
    handler.handle(Events.submitted(1));

    Message message = messages.list(null, 9, 0).get(0);
    assertThat(message.content.touch).isEqualTo("thank-you");
    assertThat(message.content.purpose).isEqualTo(Purpose.TRANSACTIONAL);
    assertThat(message.content.recipient).hasToString("ada@example.com");
    assertThat(message.content.localeCode).isEqualTo("de-DE");
    assertThat(message.content.orderId).isEqualTo(1);
    TouchDecision verdict = onlyVerdict();
    assertThat(verdict.verdict).isEqualTo(Verdict.SEND);
    assertThat(verdict.reason).isEqualTo(ReasonCode.DUE);
    assertThat(verdict.messageId).hasValue(message.id);
    assertThat(verdict.decidedAt).isEqualTo(SettableClock.START);
  }

  @Test
  void handling_it_again_changes_nothing() {
    handler.handle(Events.submitted(1));
    handler.handle(Events.submitted(1));

    assertThat(messages.count(null)).isEqualTo(1);
    assertThat(decisions.ofOrder(1)).hasSize(1);
  }

  @Test
  void an_order_that_is_submitted_again_after_a_cancellation_is_thanked_again() {
    handler.handle(Events.submitted(1));
    handler.handle(Events.event(1, OrderFact.SUBMITTED, 2, ""));

    assertThat(messages.count(null)).isEqualTo(2);
    assertThat(decisions.ofOrder(1)).hasSize(2);
  }

  @Test
  void nothing_is_sent_while_the_message_is_switched_off() {
    template = null;

    handler.handle(Events.submitted(1));

    assertSkipped(ReasonCode.SWITCHED_OFF);
  }

  @Test
  void a_verdict_that_fell_stands_even_if_the_same_event_is_handled_after_switching_on() {
    template = null;
    handler.handle(Events.submitted(1));
    template = activeSince(SUBMITTED_AT.minusSeconds(60));

    handler.handle(Events.submitted(1));

    assertSkipped(ReasonCode.SWITCHED_OFF);
  }

  @Test
  void orders_from_before_the_message_was_switched_on_are_left_alone() {
    template = activeSince(SUBMITTED_AT.plusMillis(1));

    handler.handle(Events.submitted(1));

    assertSkipped(ReasonCode.BEFORE_ACTIVATION);
  }

  @Test
  void an_order_placed_at_the_very_moment_of_switching_on_is_thanked() {
    template = activeSince(SUBMITTED_AT);

    handler.handle(Events.submitted(1));

    assertThat(onlyVerdict().reason).isEqualTo(ReasonCode.DUE);
  }

  @Test
  void a_template_that_was_never_switched_on_properly_mails_nobody() {
    template = activeSince(null);

    handler.handle(Events.submitted(1));

    assertSkipped(ReasonCode.BEFORE_ACTIVATION);
  }

  @Test
  void an_order_the_host_no_longer_has_is_skipped() {
    orders.forget(1);

    handler.handle(Events.submitted(1));

    assertSkipped(ReasonCode.ORDER_GONE);
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderState.class,
      names = {"OPEN", "CANCELLED"})
  void an_order_that_is_not_submitted_any_more_is_skipped(OrderState state) {
    orders.with(OrderFixture.order(1).state(state));

    handler.handle(Events.submitted(1));

    assertSkipped(ReasonCode.ORDER_NOT_SUBMITTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "ada@example.com\nBcc: eve@example.com", "a b@example.com"})
  void an_address_no_mail_can_be_sent_to_is_a_reason_and_no_failure(String email) {
    orders.with(OrderFixture.order(1).email(email));

    handler.handle(Events.submitted(1));

    assertSkipped(ReasonCode.NO_USABLE_ADDRESS);
  }

  @ParameterizedTest
  @EnumSource(OrderFact.class)
  void only_a_submission_is_a_reason_to_thank(OrderFact fact) {
    assertThat(handler.reactsTo(fact)).isEqualTo(fact == OrderFact.SUBMITTED);
  }

  private void assertSkipped(ReasonCode reason) {
    assertThat(onlyVerdict().verdict).isEqualTo(Verdict.SKIP);
    assertThat(onlyVerdict().reason).isEqualTo(reason);
    assertThat(onlyVerdict().messageId).isEmpty();
    assertThat(messages.count(null)).isZero();
  }

  private TouchDecision onlyVerdict() {
    List<TouchDecision> verdicts = decisions.ofOrder(1);
    assertThat(verdicts).hasSize(1);
    return verdicts.get(0);
  }

  private static MessageTemplate activeSince(Instant since) {
    return new MessageTemplate(
        "thank-you",
        "en",
        1,
        true,
        since,
        new MessageTemplate.Texts("s", "p", "h", "i", "c"),
        "h",
        "t");
  }
}
