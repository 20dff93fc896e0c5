package org.postpurchase.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postpurchase.messaging.SendOutcome.Kind;
import org.postpurchase.messaging.mail.KnownReply;
import org.postpurchase.messaging.mail.MailModule;
import org.postpurchase.messaging.mail.ScriptedMailServer;
import org.postpurchase.messaging.mail.SmtpSettings;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.QuietLogs;

/** Queue, sender and a real server on loopback: each end is as its class says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScriptedServerTest extends MessageSenderFixture {
  private static final String FROM = "Tea <hello@shop.example>";

  private ScriptedMailServer server;
  private SmtpSettings settings;
  private long order;
  private long ad;

  static List<KnownReply> replies() {
    return KnownReply.all();
  }

  @BeforeEach
  void listen() {
    QuietLogs.forTests();
    server = new ScriptedMailServer();
    settings = server.settings(FROM);
    order = queue("order", Purpose.TRANSACTIONAL);
    queue("another", Purpose.TRANSACTIONAL);
    ad = queue("ad", Purpose.MARKETING);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Override
  org.postpurchase.messaging.Channel outlet() {
    return MailModule.smtp(() -> settings);
  }

  @ParameterizedTest
  @MethodSource("replies")
  void each_reply_ends_as_its_class_says_and_one_press_sends_what_is_left(KnownReply known) {
    settings = known.settings(server.port(), FROM);
    server.script(known.script());
    runFor(Duration.ofMinutes(20));

    List<Message> all = store.list(null, 9, 0);
    String words = known.lastWords().substring(0, 5);
    if (known.stops()) { // nothing but one mail at a time was tried
      assertThat(breaker.trouble().get().reason).contains(words);
    } else {
      assertThat(all).allMatch(m -> m.reason.contains(words));
    }
    if (known.ends()) {
      assertThat(all).allMatch(m -> m.state == MessageState.FAILED);
      assertThat(bounced).hasSize(known.effect().equals("gone") ? 3 : 0);
    } else {
      boolean mayBeGivenUp = known.owner() == Kind.RECIPIENT || known.owner() == Kind.CONTENT;
      assertThat(all).allMatch(m -> mayBeGivenUp || m.state == MessageState.QUEUED);
      assertThat(bounced).isEmpty();
    }
    if (known.stops() || known.owner() == Kind.SERVER) {
      assertThat(all).as("nothing is used up").allMatch(m -> m.attempts == 0);
    }
    assertThat(breaker.trouble().map(t -> t.owner).orElse(null))
        .isEqualTo(known.stops() ? known.owner() : null);

    server.script((stage, connection, count) -> null);
    settings = server.settings(FROM);
    database.transactions.run(() -> store.sendAgain(new AgainFilter(null, ""), clock.instant()));
    runFor(Duration.ofHours(2));

    assertThat(store.count(MessageState.SENT)).isEqualTo(3);
    assertThat(server.mails).hasSize(3);
    assertThat(breaker.trouble()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GREETING, drop", "EHLO, drop", "MAIL, drop", "RCPT, drop", "DATA, drop",
    "GREETING, hang", "EHLO, hang", "MAIL, hang", "RCPT, hang", "DATA, hang"
  })
  void a_line_that_breaks_before_the_end_of_a_mail_costs_nothing(String stage, String how) {
    settings = server.at(stage, how).settings(FROM);
    runFor(Duration.ofMinutes(1));

    assertThat(store.list(null, 9, 0))
        .allMatch(m -> m.state == MessageState.QUEUED && m.attempts == 0 && m.unclearEnds == 0);
    assertThat(breaker.trouble().get().owner).isEqualTo(Kind.SERVER);

    settings = server.script((reached, connection, count) -> null).settings(FROM);
    runFor(Duration.ofMinutes(10));
    assertThat(store.count(MessageState.SENT)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"drop", "hang"})
  void a_line_that_breaks_after_each_mail_never_repeats_advertising_nor_order_mail_often(
      String how) {
    settings = server.at("DOT", how).settings(FROM);
    runFor(Duration.ofHours(14));

    assertThat(store.list(null, 9, 0)).allMatch(m -> m.state == MessageState.UNCERTAIN);
    assertThat(store.find(order).get().attempts).isEqualTo(2);
    assertThat(store.find(ad).get().attempts).isEqualTo(1);
    assertThat(server.commands).filteredOn("DATA"::equals).hasSize(2 + 2 + 1);
  }

  @Test
  void a_line_that_breaks_once_after_a_mail_ends_well() {
    server.script((stage, connection, count) -> stage.equals("DOT") && count == 1 ? "drop" : null);
    runFor(Duration.ofHours(1));

    assertThat(store.find(order).get().state).isEqualTo(MessageState.SENT);
    assertThat(store.count(MessageState.SENT)).isEqualTo(3);
    assertThat(server.commands).filteredOn("DATA"::equals).hasSize(4);
    assertThat(breaker.trouble()).isEmpty();
  }

  @Test
  void a_server_that_is_gone_for_a_night_gets_everything_in_the_morning() {
    server.close();
    runFor(Duration.ofHours(14));
    assertThat(store.list(null, 9, 0)).allMatch(m -> m.attempts == 0);
    assertThat(breaker.trouble().get().reason).startsWith("The mail server cannot be reached");

    server = new ScriptedMailServer();
    settings = server.settings(FROM);
    runFor(Duration.ofMinutes(6));
    assertThat(server.mails).hasSize(3);
  }

  /** At every moment at which something is due, as the loop of a node does. */
  private void runFor(Duration time) {
    Instant end = clock.instant().plus(time);
    while (!clock.instant().isAfter(end)) {
      sender().runDue();
      clock.set(
          sender()
              .nextDueAt()
              .filter(at -> at.isAfter(clock.instant()))
              .orElse(end.plusSeconds(1)));
    }
  }
}
