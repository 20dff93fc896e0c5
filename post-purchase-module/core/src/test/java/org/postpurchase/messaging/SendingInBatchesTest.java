package org.postpurchase.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postpurchase.messaging.SendOutcome.Kind;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.Transactions;
import org.postpurchase.testkit.Seed;

/** Whatever the sizes, each message leaves once, and a kill leaves few in doubt. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SendingInBatchesTest extends MessageSenderFixture {
  private static final int MESSAGES = 130;

  static Stream<Arguments> sizes() {
    return Stream.of(1, 100, 500)
        .flatMap(size -> Stream.of(1, 2, 4).map(lines -> Arguments.of(size, lines)));
  }

  @ParameterizedTest(name = "batches of {0}, {1} connections")
  @MethodSource("sizes")
  void every_message_leaves_once(int size, int lines) {
    sizes(size, lines);
    queueMany(MESSAGES, Purpose.MARKETING);

    assertThat(sender().runDue()).isEqualTo(MESSAGES);

    assertThat(store.count(MessageState.SENT)).isEqualTo(MESSAGES);
    assertThat(channel.mails)
        .hasSize(MESSAGES)
        .extracting(m -> m.mimeMessageId)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "batches of {0}, {1} connections")
  @MethodSource("sizes")
  void a_kill_leaves_at_most_a_few_for_each_connection_in_doubt_and_repeats_none(
      int size, int lines) {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int round = 0; round < 6; round++) {
      start();
      sizes(size, lines);
      queueMany(MESSAGES, Purpose.MARKETING);
      int mailsUntilDeath = 1 + random.nextInt(MESSAGES - 1);
      Transactions dying = new DyingAfter(mailsUntilDeath);

      assertThatThrownBy(() -> sender(dying).runDue()).hasMessage("killed");
      database.leasesRunOut();
      sender().runDue();

      String told = "seed " + seed + ", killed after " + mailsUntilDeath;
      int unclear = store.count(MessageState.UNCERTAIN);
      assertThat(unclear).as(told).isBetween(1, BEGUN_MOST * lines);
      assertThat(store.count(MessageState.SENT)).as(told).isEqualTo(MESSAGES - unclear);
      assertThat(channel.mails).as(told).extracting(m -> m.mimeMessageId).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest(name = "batches of {0}, {1} connections")
  @MethodSource("sizes")
  void trouble_in_the_middle_is_met_once_by_each_connection_at_most_and_costs_nothing(
      int size, int lines) {
    sizes(size, lines);
    queueMany(MESSAGES, Purpose.TRANSACTIONAL);
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    channel.answer =
        mail -> {
          if (taken.get() < 40) {
            taken.incrementAndGet();
            return SendOutcome.accepted();
          }
          refused.incrementAndGet();
          return SendOutcome.unreachable("down");
        };

    sender().runDue();

    assertThat(refused.get()).isBetween(1, lines);
    assertThat(breaker.trouble().get().probes).as("opened once").isZero();
    assertThat(store.list(MessageState.QUEUED, MESSAGES, 0))
        .hasSize(MESSAGES - taken.get())
        .allMatch(m -> m.attempts == 0 && m.begunAt == null);

    channel.answer = mail -> SendOutcome.accepted();
    clock.advance(Duration.ofMinutes(10));
    sender().runDue();
    assertThat(store.count(MessageState.SENT)).isEqualTo(MESSAGES);
  }

  @Test
  void one_message_that_cannot_be_prepared_fails_alone() {
    sizes(100, 2);
    queueMany(60, Purpose.TRANSACTIONAL);
    long bad = queue("bad", Purpose.TRANSACTIONAL);
    model =
        message -> {
          if (message.content.key.equals("bad")) {
            throw new PostPurchaseException("Its order is gone.");
          }
          return new HashMap<>(Map.of("key", message.content.key));
        };

    sender().runDue();

    assertThat(store.find(bad).get().state).isEqualTo(MessageState.FAILED);
    assertThat(store.find(bad).get().reason).isEqualTo("Its order is gone.");
    assertThat(store.count(MessageState.SENT)).isEqualTo(60);
  }

  @Test
  void several_connections_are_at_work_at_the_same_time() {
    sizes(100, 3);
    queueMany(90, Purpose.TRANSACTIONAL);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CyclicBarrier together = new CyclicBarrier(3);
    AtomicInteger count = new AtomicInteger();
    channel.answer =
        mail -> {
          threads.add(Thread.currentThread());
          if (count.incrementAndGet() > BEGUN_MOST && count.get() < 20) {
            try { // nobody passes alone
              together.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
              return SendOutcome.of(Kind.CONTENT, "alone: " + e);
            }
          }
          return SendOutcome.accepted();
        };

    sender().runDue();

    assertThat(threads).hasSize(3);
  }

  @Test
  void an_objection_that_comes_up_while_the_line_is_slow_is_heard() {
    sizes(100, 1);
    queueMany(12, Purpose.MARKETING);
    channel.answer =
        mail -> {
          LockSupport.parkNanos(500_000_000);
          objection = Optional.of("OPTED_OUT");
          return SendOutcome.accepted();
        };

    sender().runDue();

    assertThat(channel.mails.size()).isLessThanOrEqualTo(2 * BEGUN_MOST);
    assertThat(store.count(MessageState.CANCELLED)).isEqualTo(12 - channel.mails.size());
  }

  private void sizes(int size, int lines) {
    batch = size;
    connections = lines;
  }

  private void queueMany(int many, Purpose purpose) {
    for (int i = 0; i < many; i++) {
      queue("m" + i, purpose);
    }
  }

  /**
   * Commits everything until so many mails have left and nothing after it, as a killed JVM does.
   */
  private final class DyingAfter implements Transactions {
    private final int mails;

    DyingAfter(int mails) {
      this.mails = mails;
    }

    @Override
    public <T> T call(Supplier<T> work) {
      if (channel.mails.size() < mails) {
        return database.transactions.call(work);
      }
      throw new IllegalStateException("killed");
    }
  }
}
