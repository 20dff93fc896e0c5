package org.postpurchase.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.messaging.SendOutcome.Kind;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Purpose;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageSenderTest extends MessageSenderFixture {
  @Test
  void a_queued_message_is_rendered_sent_and_kept_as_it_was_sent() {
    long id = queue("a", Purpose.TRANSACTIONAL);

    assertThat(sender().runDue()).isEqualTo(1);

    Message sent = store.find(id).get();
    assertThat(sent.state).isEqualTo(MessageState.SENT);
    assertThat(sent.finishedAt).isEqualTo(clock.instant());
    assertThat(sent.subject).isEqualTo("Thanks for a");
    assertThat(store.findRendered(id).get().html).isEqualTo("<p>a</p>");
    OutgoingMessage mail = channel.mails.get(0);
    assertThat(mail.mimeMessageId).isEqualTo(sent.mimeMessageId);
    assertThat(mail.recipient).isEqualTo("ada@xn--mller-kva.de");
    assertThat(mail.date).isEqualTo(sent.queuedAt);
    assertThat(channel.closed).as("the connection is given back").isTrue();
  }

  @Test
  void a_sent_message_is_not_sent_again() {
    queue("a", Purpose.TRANSACTIONAL);
    sender().runDue();
    clock.advance(Duration.ofDays(9));
    database.leasesRunOut();

    assertThat(sender().runDue()).isZero();
    assertThat(channel.mails).hasSize(1);
  }

  @Test
  void an_unclear_transactional_message_is_tried_again_under_the_same_message_id() {
    queue("a", Purpose.TRANSACTIONAL);
    channel.answer = mail -> SendOutcome.of(Kind.UNCLEAR, "the connection broke");
    sender().runDue();
    assertThat(only().state).isEqualTo(MessageState.QUEUED);
    assertThat(only().reason).isEqualTo("the connection broke");

    channel.answer = mail -> SendOutcome.accepted();
    clock.advance(Duration.ofHours(1));
    sender().runDue();

    assertThat(only().state).isEqualTo(MessageState.SENT);
    assertThat(channel.mails)
        .extracting(m -> m.mimeMessageId)
        .hasSize(2)
        .containsOnly(only().mimeMessageId);
  }

  @Test
  void an_unclear_marketing_message_becomes_uncertain_and_is_never_repeated() {
    queue("a", Purpose.MARKETING);
    channel.answer = mail -> SendOutcome.of(Kind.UNCLEAR, "the connection broke");

    sender().runDue();
    clock.advance(Duration.ofDays(1));
    sender().runDue();

    assertThat(only().state).isEqualTo(MessageState.UNCERTAIN);
    assertThat(only().reason).isEqualTo("the connection broke");
    assertThat(channel.mails).hasSize(1);
  }

  @Test
  void a_passing_refusal_of_the_recipient_is_tried_again_until_given_up_with_the_reason() {
    queue("a", Purpose.MARKETING);
    channel.answer = mail -> SendOutcome.passing(Kind.RECIPIENT, "mailbox full");

    for (int i = 0; i < ATTEMPTS_MAX + 2; i++) {
      sender().runDue();
      clock.advance(Duration.ofHours(1));
    }

    assertThat(channel.mails).hasSize(ATTEMPTS_MAX);
    assertThat(only().state).isEqualTo(MessageState.FAILED);
    assertThat(only().reason).isEqualTo("given up after 3 attempts: mailbox full");
    assertThat(bounced).as("a full mailbox exists").isEmpty();
  }

  @Test
  void a_server_that_asks_to_come_back_later_uses_up_no_attempt() {
    queue("a", Purpose.TRANSACTIONAL);
    channel.answer = mail -> SendOutcome.passing(Kind.SERVER, "greylisted");

    for (int i = 0; i < 10 * ATTEMPTS_MAX; i++) {
      sender().runDue();
      clock.advance(Duration.ofHours(2));
    }
    assertThat(only().state).isEqualTo(MessageState.QUEUED);
    assertThat(only().attempts).isZero();

    channel.answer = mail -> SendOutcome.accepted();
    sender().runDue();
    assertThat(only().state).isEqualTo(MessageState.SENT);
  }

  @Test
  void a_stored_address_that_no_mail_can_be_sent_to_fails_alone() {
    long broken = queue("a", Purpose.TRANSACTIONAL);
    long fine = queue("b", Purpose.TRANSACTIONAL);
    database.jdbc.update("update PP_MESSAGE set RECIPIENT = 'nobody' where MESSAGE_ID = ?", broken);

    sender().runDue();

    assertThat(store.find(broken).get().state).isEqualTo(MessageState.FAILED);
    assertThat(store.find(broken).get().reason).contains("'nobody' is not a usable e-mail address");
    assertThat(store.find(fine).get().state).isEqualTo(MessageState.SENT);
  }

  @Test
  void an_address_that_is_gone_fails_at_once_and_is_reported() {
    queue("a", Purpose.TRANSACTIONAL);
    channel.answer = mail -> SendOutcome.addressGone("no such user");

    sender().runDue();

    assertThat(only().state).isEqualTo(MessageState.FAILED);
    assertThat(only().reason).isEqualTo("no such user");
    assertThat(bounced).containsExactly("ada@müller.de no such user");
    assertThat(store.findRendered(only().id)).as("to be looked at").isPresent();
  }

  @Test
  void a_reason_of_any_length_can_be_kept() {
    queue("a", Purpose.TRANSACTIONAL);
    channel.answer = mail -> SendOutcome.of(Kind.CONTENT, "x".repeat(5000));

    sender().runDue();

    assertThat(only().state).isEqualTo(MessageState.FAILED);
    assertThat(only().reason).hasSize(1000);
  }

  @Test
  void a_template_that_cannot_be_rendered_fails_its_own_message_only() {
    queue("bad", Purpose.TRANSACTIONAL);
    queue("good", Purpose.TRANSACTIONAL);
    subject = "#if($key == 'bad')$missing#end";

    sender().runDue();

    Message bad = byKey("bad");
    assertThat(bad.state).isEqualTo(MessageState.FAILED);
    assertThat(bad.reason)
        .isEqualTo(
            "Template 'thank-you en v1 subject': $missing on line 1 is not known or not allowed");
    assertThat(byKey("good").state).isEqualTo(MessageState.SENT);
    assertThat(channel.mails).hasSize(1);
  }

  @Test
  void facts_that_are_gone_fail_the_message_with_their_own_words() {
    queue("a", Purpose.TRANSACTIONAL);
    model =
        message -> {
          throw new PostPurchaseException("Order 1 of this message no longer exists in the shop.");
        };

    sender().runDue();

    assertThat(only().state).isEqualTo(MessageState.FAILED);
    assertThat(only().reason).startsWith("Order 1 of this message");
  }

  @Test
  void a_template_switched_off_in_the_meantime_says_what_to_do() {
    queue("a", Purpose.TRANSACTIONAL);
    switchedOn = false;

    sender().runDue();

    assertThat(only().state).isEqualTo(MessageState.FAILED);
    assertThat(only().reason)
        .isEqualTo(
            "The template 'thank-you' was switched off after this message was queued."
                + " Switch it on and send the message again.");
    switchedOn = true;
    store.sendAgain(only().id, clock.instant());
    sender().runDue();
    assertThat(only().state).isEqualTo(MessageState.SENT);
  }

  @Test
  void more_messages_than_a_batch_are_all_sent_in_one_run() {
    for (int i = 0; i < 45; i++) {
      queue("m" + i, Purpose.TRANSACTIONAL);
    }

    assertThat(sender().runDue()).isEqualTo(45);
    assertThat(store.count(MessageState.SENT)).isEqualTo(45);
  }

  private Message byKey(String key) {
    return store.list(null, 99, 0).stream()
        .filter(m -> m.content.key.equals(key))
        .findFirst()
        .get();
  }
}
