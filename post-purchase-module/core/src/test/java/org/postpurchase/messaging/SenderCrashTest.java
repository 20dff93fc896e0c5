package org.postpurchase.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.Transactions;

/** A node that dies, hiccups or never gets its outcome stored. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SenderCrashTest extends MessageSenderFixture {
  @Test
  void a_database_that_hiccups_while_reading_the_facts_costs_an_attempt_and_not_the_mail() {
    queue("a", Purpose.TRANSACTIONAL);
    model =
        message -> {
          throw new IllegalStateException("deadlock");
        };
    sender().runDue();
    assertThat(only().state).isEqualTo(MessageState.QUEUED);
    assertThat(only().reason).isEqualTo("IllegalStateException: deadlock");

    model = message -> new HashMap<>(Map.of("key", "a"));
    clock.advance(Duration.ofHours(1));
    sender().runDue();
    assertThat(only().state).isEqualTo(MessageState.SENT);
  }

  @Test
  void a_node_that_dies_after_sending_sends_a_transactional_mail_again_once_its_lease_ran_out() {
    queue("a", Purpose.TRANSACTIONAL);
    sendAndDie();
    assertThat(only().state).isEqualTo(MessageState.SENDING);
    assertThat(sender().runDue()).as("the lease holds").isZero();

    database.leasesRunOut();
    sender().runDue();

    assertThat(only().state).isEqualTo(MessageState.SENT);
    assertThat(channel.mails)
        .extracting(m -> m.mimeMessageId)
        .hasSize(2)
        .containsOnly(only().mimeMessageId);
  }

  @Test
  void a_node_that_dies_after_sending_leaves_a_marketing_mail_uncertain() {
    queue("a", Purpose.MARKETING);
    sendAndDie();

    database.leasesRunOut();
    sender().runDue();

    assertThat(only().state).isEqualTo(MessageState.UNCERTAIN);
    assertThat(channel.mails).hasSize(1);
  }

  @Test
  void order_mail_whose_outcome_can_never_be_stored_is_handed_over_twice_and_then_uncertain() {
    queue("a", Purpose.TRANSACTIONAL);
    for (int i = 0; i < 2; i++) {
      sendAndDie();
      database.leasesRunOut();
    }

    for (int i = 0; i < 5; i++) {
      sender().runDue();
      clock.advance(Duration.ofDays(1));
    }

    assertThat(channel.mails).hasSize(2);
    assertThat(only().state).isEqualTo(MessageState.UNCERTAIN);
    assertThat(only().reason).contains("it may have arrived");
  }

  @Test
  void a_node_that_is_killed_with_a_full_batch_leaves_a_few_advertisements_uncertain_at_most() {
    for (int i = 0; i < 44; i++) {
      queue("ad" + i, Purpose.MARKETING);
    }
    sendAndDie();
    database.leasesRunOut();

    sender().runDue();

    assertThat(store.count(MessageState.UNCERTAIN)).isEqualTo(BEGUN_MOST);
    assertThat(store.count(MessageState.SENT)).isEqualTo(44 - BEGUN_MOST);
    assertThat(channel.mails).extracting(m -> m.mimeMessageId).doesNotHaveDuplicates();
  }

  private void sendAndDie() {
    assertThatThrownBy(() -> sender(new DyingTransactions()).runDue()).hasMessage("killed");
  }

  /** Commits everything until a mail has left and nothing after it, as a killed JVM does. */
  private final class DyingTransactions implements Transactions {
    private final int mailsBefore = channel.mails.size();

    @Override
    public <T> T call(Supplier<T> work) {
      if (channel.mails.size() == mailsBefore) {
        return database.transactions.call(work);
      }
      throw new IllegalStateException("killed");
    }
  }
}
