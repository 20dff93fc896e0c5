package org.postpurchase.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.messaging.SendOutcome.Kind;
import org.postpurchase.shared.Purpose;

/** While mail cannot leave, everything waits and nothing is counted; then everything leaves. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutageTest extends MessageSenderFixture {
  @ParameterizedTest
  @ValueSource(ints = {14, 72, 24 * 10})
  void an_outage_of_any_length_uses_up_no_attempt_and_all_leave_afterwards(int hours) {
    for (int i = 0; i < 55; i++) {
      queue("m" + i, i % 2 == 0 ? Purpose.TRANSACTIONAL : Purpose.MARKETING);
    }
    channel.answer = mail -> SendOutcome.unreachable("connection refused");
    Instant began = clock.instant();
    Instant over = began.plus(Duration.ofHours(hours));
    while (clock.instant().isBefore(over)) {
      sender().runDue();
      clock.set(sender().nextDueAt().get());
    }

    assertThat(store.count(MessageState.QUEUED)).isEqualTo(55);
    assertThat(store.list(null, 55, 0)).allMatch(m -> m.attempts == 0 && m.unclearEnds == 0);
    ChannelTrouble trouble = breaker.trouble().get();
    assertThat(trouble.owner).isEqualTo(Kind.SERVER);
    assertThat(trouble.since).isEqualTo(began);
    assertThat(trouble.reason).isEqualTo("connection refused");
    assertThat(channel.mails.size()).as("looks").isLessThan(hours * 12 + 10);

    channel.mails.clear();
    channel.answer = mail -> SendOutcome.accepted();
    sender().runDue();
    assertThat(store.count(MessageState.SENT)).isEqualTo(55);
    assertThat(channel.mails).hasSize(55);
    assertThat(breaker.trouble()).isEmpty();
  }

  @Test
  void a_changed_password_stops_the_channel_and_says_since_when() {
    queue("a", Purpose.TRANSACTIONAL);
    queue("b", Purpose.MARKETING);
    channel.answer = mail -> SendOutcome.of(Kind.SENDER, "535 5.7.8 wrong password");
    sender().runDue();
    Instant began = clock.instant();
    for (int i = 0; i < 300; i++) {
      clock.advance(Duration.ofMinutes(3));
      sender().runDue();
    }

    ChannelTrouble trouble = breaker.trouble().get();
    assertThat(trouble.owner).isEqualTo(Kind.SENDER);
    assertThat(trouble.since).isEqualTo(began);
    assertThat(store.list(null, 9, 0)).allMatch(m -> m.attempts == 0);
    assertThat(store.count(MessageState.QUEUED)).isEqualTo(2);

    channel.answer = mail -> SendOutcome.accepted();
    clock.advance(Duration.ofMinutes(5));
    sender().runDue();
    assertThat(store.count(MessageState.SENT)).isEqualTo(2);
  }

  @Test
  void while_the_channel_rests_nothing_is_claimed_and_only_one_mail_is_tried_at_its_end() {
    for (int i = 0; i < 30; i++) {
      queue("m" + i, Purpose.TRANSACTIONAL);
    }
    channel.answer = mail -> SendOutcome.unreachable("down");
    sender().runDue();
    assertThat(channel.mails).hasSize(1);

    assertThat(sender().runDue()).as("at rest").isZero();
    assertThat(sender().nextDueAt()).contains(breaker.trouble().get().probeAt);
    clock.set(breaker.trouble().get().probeAt);
    assertThat(sender().runDue()).isEqualTo(1);
    assertThat(channel.mails).hasSize(2);
  }

  @Test
  void what_comes_in_during_an_outage_waits_too() {
    queue("a", Purpose.TRANSACTIONAL);
    channel.answer = mail -> SendOutcome.unreachable("down");
    sender().runDue();
    queue("b", Purpose.TRANSACTIONAL);

    assertThat(sender().runDue()).isZero();
    assertThat(channel.mails).hasSize(1);
  }

  @Test
  void the_fault_of_one_mail_that_looks_like_the_shops_ends_that_mail_and_not_the_others() {
    long own = queue("own", Purpose.TRANSACTIONAL);
    for (int i = 0; i < 5; i++) {
      queue("m" + i, Purpose.TRANSACTIONAL);
    }
    String id = store.find(own).get().mimeMessageId;
    channel.answer =
        mail ->
            mail.mimeMessageId.equals(id)
                ? SendOutcome.of(Kind.SENDER, "554 5.7.1 rejected").maybeOfThisMail()
                : SendOutcome.accepted();

    for (int i = 0; i < 60; i++) {
      sender().runDue();
      clock.advance(Duration.ofMinutes(10));
      queue("later" + i, Purpose.TRANSACTIONAL);
    }
    sender().runDue();

    assertThat(store.find(own).get().state).isEqualTo(MessageState.FAILED);
    assertThat(store.find(own).get().reason).contains("554 5.7.1 rejected");
    assertThat(store.count(MessageState.SENT)).isEqualTo(5 + 60);
    assertThat(breaker.trouble()).isEmpty();
  }

  @Test
  void a_server_that_hangs_up_on_one_mail_takes_the_others_and_that_one_when_it_can() {
    long own = queue("own", Purpose.TRANSACTIONAL);
    String id = store.find(own).get().mimeMessageId;
    SendOutcome hungUp = SendOutcome.unreachable("421 4.3.0 scanner failed").maybeOfThisMail();
    channel.answer = mail -> mail.mimeMessageId.equals(id) ? hungUp : SendOutcome.accepted();
    for (int i = 0; i < 200; i++) {
      queue("later" + i, Purpose.TRANSACTIONAL);
      sender().runDue();
      clock.advance(Duration.ofMinutes(30));
    }
    sender().runDue();
    assertThat(store.count(MessageState.SENT)).isEqualTo(200);
    assertThat(store.find(own).get().state).as("the server's fault").isEqualTo(MessageState.QUEUED);

    channel.answer = mail -> SendOutcome.accepted();
    clock.advance(Duration.ofHours(5));
    sender().runDue();
    assertThat(store.find(own).get().state).isEqualTo(MessageState.SENT);
  }

  @Test
  void the_shops_fault_is_nobodys_fault_when_the_same_mail_leaves_in_the_end() {
    long only = queue("only", Purpose.TRANSACTIONAL);
    channel.answer = mail -> SendOutcome.of(Kind.SENDER, "quota").maybeOfThisMail();
    for (int i = 0; i < 100; i++) {
      sender().runDue();
      clock.advance(Duration.ofMinutes(10));
    }
    channel.answer = mail -> SendOutcome.accepted();
    sender().runDue();

    assertThat(store.find(only).get().state).isEqualTo(MessageState.SENT);
  }

  @Test
  void a_server_that_drops_after_each_mail_has_each_order_mail_twice_at_most_and_is_asked_less() {
    for (int i = 0; i < 3; i++) {
      queue("order" + i, Purpose.TRANSACTIONAL);
    }
    for (int i = 0; i < 200; i++) {
      queue("ad" + i, Purpose.MARKETING);
    }
    channel.answer = mail -> SendOutcome.of(Kind.UNCLEAR, "connection broke");
    for (int i = 0; i < 14 * 12; i++) {
      sender().runDue();
      clock.advance(Duration.ofMinutes(5));
    }

    for (int i = 0; i < 3; i++) {
      String key = "order" + i;
      Message order =
          store.list(null, 300, 0).stream().filter(m -> m.content.key.equals(key)).findAny().get();
      assertThat(channel.mails)
          .filteredOn(m -> m.mimeMessageId.equals(order.mimeMessageId))
          .hasSize(2);
      assertThat(order.state).isEqualTo(MessageState.UNCERTAIN);
    }
    assertThat(store.count(MessageState.UNCERTAIN)).as("in 14 h").isLessThan(30);
    assertThat(channel.mails).hasSizeLessThan(30);
    assertThat(breaker.trouble().get().owner).isEqualTo(Kind.SERVER);
  }

  @Test
  void advertising_whose_time_ran_out_during_the_outage_is_not_sent_and_costs_the_probe_nothing() {
    queue("a", Purpose.MARKETING);
    queue("b", Purpose.MARKETING);
    channel.answer = mail -> SendOutcome.unreachable("down");
    sender().runDue();
    clock.advance(Duration.ofDays(3));
    objection = Optional.of("STALE");
    sender().runDue();

    assertThat(channel.mails).hasSize(1);
    assertThat(store.count(MessageState.CANCELLED)).isEqualTo(2);

    objection = Optional.empty();
    channel.answer = mail -> SendOutcome.accepted();
    queue("c", Purpose.TRANSACTIONAL);
    sender().runDue();
    assertThat(store.count(MessageState.SENT)).isEqualTo(1);
  }

  @Test
  void another_node_probes_when_the_one_that_probed_has_died() {
    queue("a", Purpose.TRANSACTIONAL);
    channel.answer = mail -> SendOutcome.unreachable("down");
    sender().runDue();
    clock.advance(Duration.ofHours(1));
    assertThat(ask("dead node")).isEqualTo(ChannelBreaker.Permit.PROBE);
    assertThat(ask("this node")).isEqualTo(ChannelBreaker.Permit.WAIT);

    database.jdbc.update(
        "update PP_CHANNEL_BREAKER set PROBE_UNTIL = " + database.dialect.nowPlusSeconds(-1));
    assertThat(ask("this node")).isEqualTo(ChannelBreaker.Permit.PROBE);
  }

  @Test
  void a_person_can_have_the_next_try_at_once() {
    queue("a", Purpose.TRANSACTIONAL);
    assertThat(probeNow()).as("nothing is wrong").isFalse();
    channel.answer = mail -> SendOutcome.unreachable("down");
    for (int i = 0; i < 9; i++) {
      sender().runDue();
      clock.set(breaker.trouble().get().probeAt);
    }
    sender().runDue();
    clock.advance(Duration.ofSeconds(5));
    channel.answer = mail -> SendOutcome.accepted();
    assertThat(sender().runDue()).isZero();

    assertThat(probeNow()).isTrue();
    sender().runDue();
    assertThat(store.count(MessageState.SENT)).isEqualTo(1);
  }

  @Test
  void rests_grow_to_five_minutes_and_after_unclear_ends_to_an_hour() {
    assertThat(ChannelBreaker.rest(0, Kind.SERVER)).isEqualTo(Duration.ofSeconds(5));
    assertThat(ChannelBreaker.rest(3, Kind.SENDER)).isEqualTo(Duration.ofSeconds(40));
    assertThat(ChannelBreaker.rest(1000, Kind.SERVER)).isEqualTo(Duration.ofMinutes(5));
    assertThat(ChannelBreaker.rest(1000, Kind.UNCLEAR)).isEqualTo(Duration.ofHours(1));
  }

  private boolean probeNow() {
    return database.transactions.call(
        () -> {
          boolean asked = breaker.probeNow(clock.instant());
          List<Message> waiting = store.list(MessageState.QUEUED, 9, 0);
          assertThat(waiting).hasSize(1);
          return asked;
        });
  }

  private ChannelBreaker.Permit ask(String owner) {
    return database.transactions.call(() -> breaker.ask(clock.instant(), owner, 60));
  }
}
