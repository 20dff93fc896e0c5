package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.consent.Suppression;
import org.postpurchase.messaging.AgainFilter;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.messaging.SendOutcome.Kind;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.SeriesWorld;

/** What a shop sees of a mail server that is away, refuses the shop or knows no such address. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailTroubleScenarioTest {
  private static final String REPLY = "550 5.1.1 <ada@example.com>: User unknown";

  private SeriesWorld world;

  @BeforeEach
  void open_the_shop() {
    world = new SeriesWorld(Databases.hsqldb()).fresh();
    world.activate(1, FirstPurchase.series());
  }

  private void buy(long id, String email) {
    world.submit(order(id).line(id * 10, 1).email(email), true);
    world.ship(id);
  }

  @ParameterizedTest
  @CsvSource({"14, 1", "60, 5", "72, 0"})
  void after_an_outage_order_mail_leaves_and_advertising_only_while_it_is_valid(
      int hours, int valid) {
    buy(100, "early@example.com");
    world.pass(Duration.ofDays(2).minusHours(1)); // its how-to is due in an hour, valid for a day
    world.mails.answer = SendOutcome.unreachable("connection refused");
    for (int i = 1; i <= 5; i++) {
      buy(i, "buyer" + i + "@example.com");
    }
    world.pass(Duration.ofHours(hours));
    assertThat(world.mails.subjects()).containsExactly("Thanks");
    assertThat(messages()).filteredOn(m -> m.state == MessageState.QUEUED).isNotEmpty();
    assertThat(messages())
        .filteredOn(m -> m.state == MessageState.QUEUED)
        .allMatch(m -> m.attempts == 0);

    world.mails.taken.clear();
    world.mails.answer = SendOutcome.accepted();
    world.pass(Duration.ofMinutes(6));

    assertThat(world.mails.subjects()).filteredOn("Thanks"::equals).hasSize(5);
    assertThat(world.verdicts(100).contains("how-to SKIP STALE")).isEqualTo(hours > 25);
    // a how-to is due two days after the order was shipped and valid for one day
    assertThat(world.mails.subjects()).filteredOn("How to"::equals).hasSize(valid);
  }

  @Test
  void an_address_that_bounced_for_good_is_left_alone_with_the_reply_as_reason() {
    world.mails.answer = SendOutcome.addressGone(REPLY);
    buy(1, "Ada@Example.com");
    world.mails.answer = SendOutcome.accepted();
    int tried = world.mails.tried.size();
    buy(2, "ada@example.com");
    world.pass(Duration.ofDays(40));

    assertThat(world.mails.tried).as("nothing more is tried").hasSize(tried);
    Suppression suppression = world.database.consents().holding("ada@example.com").get(0);
    assertThat(suppression.scope).isEqualTo(Suppression.Scope.ALL);
    assertThat(suppression.reason).isEqualTo(REPLY);
    assertThat(world.mails.subjects()).isEmpty();

    buy(3, "bob@example.com");
    assertThat(world.mails.subjects()).containsExactly("Thanks");
  }

  @Test
  void a_full_mailbox_suppresses_nobody() {
    world.mails.answer = SendOutcome.of(Kind.RECIPIENT, "552 5.2.2 mailbox full");
    buy(1, "ada@example.com");

    assertThat(world.database.consents().holding("ada@example.com")).isEmpty();
  }

  @Test
  void one_press_sends_what_failed_but_no_advertising_whose_time_is_over_nor_to_a_bounced_one() {
    buy(1, "ada@example.com");
    buy(2, "bob@example.com");
    world.mails.answer = SendOutcome.of(Kind.CONTENT, "554 5.6.0 malformed");
    buy(3, "cleo@example.com");
    world.pass(Duration.ofDays(2));
    world.mails.answer = SendOutcome.addressGone(REPLY);
    buy(4, "dan@example.com");
    assertThat(failed()).hasSize(5); // three how-tos, the thank-yous of 3 and 4

    world.mails.answer = SendOutcome.accepted();
    world.mails.taken.clear();
    world.pass(Duration.ofDays(3));
    world.mails.taken.clear();
    world.database.transactions.run(
        () ->
            world.database.messages().sendAgain(new AgainFilter(null, ""), world.clock.instant()));
    world.run();

    assertThat(failed()).isEmpty();
    assertThat(world.mails.subjects()).containsExactly("Thanks");
    assertThat(messages())
        .filteredOn(m -> m.state == MessageState.CANCELLED)
        .extracting(m -> m.reason)
        .containsExactlyInAnyOrder("STALE", "STALE", "STALE", "OPTED_OUT");
  }

  private List<Message> messages() {
    return world.database.messages().list(null, 99, 0);
  }

  private List<Message> failed() {
    return world.database.messages().list(MessageState.FAILED, 99, 0);
  }
}
