package org.postpurchase.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.messaging.SendOutcome.Kind;

/** Whose fault a reply is: what real servers say, said by a real server on loopback. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultTableTest extends SmtpFixture {
  static List<KnownReply> replies() {
    return KnownReply.all();
  }

  @Test
  void at_least_sixty_replies_of_six_servers_are_known() {
    assertThat(replies()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(replies().stream().map(KnownReply::server).distinct())
        .hasSizeGreaterThanOrEqualTo(6);
    assertThat(replies().stream().map(KnownReply::stage).distinct()).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("replies")
  void a_reply_is_sorted_by_whose_fault_it_is(KnownReply known) {
    SendOutcome outcome = answered(known);

    assertThat(outcome.kind).as(outcome.reason).isEqualTo(known.owner());
    assertThat(outcome.stopsChannel).as("stops").isEqualTo(known.stops());
    assertThat(outcome.addressGone).as("gone").isEqualTo(known.effect().equals("gone"));
    assertThat(outcome.lasting).as("lasting").isEqualTo(known.ends());
    assertThat(outcome.reason).contains(known.lastWords().substring(0, 5));
  }

  /** Every reply at every other stage too: a server may delay or hurry what it has to say. */
  @ParameterizedTest
  @MethodSource("replies")
  void wherever_a_reply_comes_its_end_makes_sense(KnownReply known) {
    for (Stage stage : Stage.values()) {
      SendOutcome outcome = FaultTable.outcome(stage, SmtpReply.of(known.reply()), known.reply());
      boolean nobodyNamed = stage.compareTo(Stage.RCPT) < 0;
      assertThat(outcome.kind).as("at %s", stage).isNotIn(Kind.ACCEPTED, Kind.UNCLEAR);
      if (nobodyNamed) {
        assertThat(outcome.addressGone).as("at %s", stage).isFalse();
        assertThat(outcome.kind).as("at %s", stage).isNotEqualTo(Kind.RECIPIENT);
      }
      if (stage.compareTo(Stage.MAIL) < 0) {
        assertThat(outcome.stopsChannel).as("at %s", stage).isTrue();
      }
      if (known.reply().startsWith("4")) {
        assertThat(outcome.lasting).as("at %s", stage).isFalse();
        assertThat(outcome.addressGone).as("at %s", stage).isFalse();
      }
      assertThat(outcome.stopsChannel && outcome.lasting).as("at %s", stage).isFalse();
      assertThat(outcome.maybeThisMail)
          .as("at %s: one mail must not hold up the others", stage)
          .isEqualTo(outcome.stopsChannel && !nobodyNamed);
    }
  }

  private SendOutcome answered(KnownReply known) {
    server.script(known.script());
    SmtpConnection asked = new SmtpConnection(() -> known.settings(server.port(), from));
    SendOutcome outcome = asked.send(mail("ada@example.com"));
    asked.close();
    assertThat(server.mails).isEmpty();
    return outcome;
  }
}
