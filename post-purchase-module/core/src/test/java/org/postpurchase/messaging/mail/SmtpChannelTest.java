package org.postpurchase.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.messaging.SendOutcome.Kind;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SmtpChannelTest extends SmtpFixture {
  @ParameterizedTest
  @CsvSource({
    "GREETING, SERVER",
    "EHLO, SERVER",
    "MAIL, SERVER",
    "RCPT, SERVER",
    "DATA, SERVER",
    "DOT, UNCLEAR"
  })
  void a_server_that_hangs_is_left_after_the_timeout(String stage, Kind kind) {
    server.at(stage, ScriptedMailServer.HANG);

    SendOutcome outcome = channel.send(mail("ada@example.com"));

    assertThat(outcome.kind).as(outcome.reason).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "GREETING, SERVER",
    "EHLO, SERVER",
    "MAIL, SERVER",
    "RCPT, SERVER",
    "DATA, SERVER",
    "DOT, UNCLEAR"
  })
  void a_connection_that_breaks_is_unclear_only_after_the_whole_mail_was_handed_over(
      String stage, Kind kind) {
    server.at(stage, ScriptedMailServer.DROP);

    SendOutcome outcome = channel.send(mail("ada@example.com"));

    assertThat(outcome.kind).as(outcome.reason).isEqualTo(kind);
    if (stage.equals("RCPT") || stage.equals("DATA")) {
      assertThat(outcome.maybeThisMail).as("the next try takes another mail").isTrue();
    }
    assertThat(outcome.reason).isNotBlank().hasSizeLessThanOrEqualTo(1000);
  }

  @Test
  void nobody_listening_is_unreachable_and_says_where() {
    server.close();

    SendOutcome outcome = channel.send(mail("ada@example.com"));

    assertThat(outcome.kind).isEqualTo(Kind.SERVER);
    assertThat(outcome.reason)
        .startsWith("The mail server cannot be reached")
        .contains("127.0.0.1");
  }

  @Test
  void many_mails_share_one_connection() {
    for (int i = 0; i < 20; i++) {
      assertThat(channel.send(mail("ada@example.com")).kind).isEqualTo(Kind.ACCEPTED);
    }

    assertThat(server.connections).hasValue(1);
    assertThat(server.mails).hasSize(20);
    channel.close();
    channel.send(mail("ada@example.com"));
    assertThat(server.connections).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {ScriptedMailServer.DROP, "421 idle too long"})
  void a_connection_that_went_stale_is_replaced_once(String answer) {
    channel.send(mail("ada@example.com"));
    server.script(
        (stage, connection, count) ->
            connection == 1 && (stage.equals("MAIL") || stage.equals("NOOP")) ? answer : null);

    assertThat(channel.send(mail("bob@example.com")).kind).isEqualTo(Kind.ACCEPTED);

    assertThat(server.connections).hasValue(2);
    assertThat(server.mails).hasSize(2);
  }

  @Test
  void a_server_that_keeps_dropping_is_not_tried_for_ever() {
    channel.send(mail("ada@example.com"));
    server.at("MAIL", ScriptedMailServer.DROP);

    assertThat(channel.send(mail("bob@example.com")).kind).isEqualTo(Kind.SERVER);

    assertThat(server.connections).hasValue(2);
  }

  @Test
  void an_unclear_mail_is_never_repeated_by_the_channel_itself() {
    channel.send(mail("ada@example.com"));
    server.at("DOT", ScriptedMailServer.DROP);

    assertThat(channel.send(mail("bob@example.com")).kind).isEqualTo(Kind.UNCLEAR);

    assertThat(server.commands).filteredOn(c -> c.startsWith("RCPT")).hasSize(2);
  }

  @Test
  void a_refused_recipient_does_not_harm_the_next_mail() {
    server.script(
        (stage, connection, count) -> stage.equals("RCPT") && count == 1 ? "550 no" : null);

    assertThat(channel.send(mail("gone@example.com")).kind).isEqualTo(Kind.RECIPIENT);
    assertThat(channel.send(mail("ada@example.com")).kind).isEqualTo(Kind.ACCEPTED);
  }

  @Test
  void a_wrong_password_says_so() {
    server.script(
        (stage, connection, count) ->
            stage.equals("EHLO")
                ? "250-hi\r\n250 AUTH PLAIN"
                : stage.equals("AUTH") ? "535 wrong" : null);
    Properties extra = new Properties();
    SmtpConnection withUser =
        new SmtpConnection(
            () ->
                new SmtpSettings(
                    "smtp", "127.0.0.1", server.port(), "shop", "s3cret", from, extra));

    SendOutcome outcome = withUser.send(mail("ada@example.com"));

    assertThat(outcome.kind).isEqualTo(Kind.SENDER);
    assertThat(outcome.reason).contains("user name or password").doesNotContain("s3cret");
  }
}
