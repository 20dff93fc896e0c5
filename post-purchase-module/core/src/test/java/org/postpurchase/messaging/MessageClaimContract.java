package org.postpurchase.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.Together;

/** Who may send what, for how long, and what becomes of it, on every database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class MessageClaimContract extends MessageStoreFixture {
  @Test
  void a_claimed_message_is_sending_counted_and_leased() {
    long id = queue("k", Purpose.TRANSACTIONAL);

    Message claimed = claim(5).get(0);

    assertThat(claimed.id).isEqualTo(id);
    assertThat(claimed.state).isEqualTo(MessageState.SENDING);
    assertThat(claimed.attempts).isEqualTo(1);
    assertThat(store.find(id).get()).usingRecursiveComparison().isEqualTo(claimed);
    assertThat(claim(5)).isEmpty();
  }

  @Test
  void claims_of_two_nodes_are_disjoint_and_complete() throws Exception {
    int messages = 60;
    for (int round = 0; round < 6; round++) {
      empty();
      for (int i = 0; i < messages; i++) {
        queue("m" + i, Purpose.MARKETING);
      }

      List<List<Long>> claims = Together.run(2, i -> this::claimAll);

      Set<Long> distinct = new HashSet<>();
      claims.forEach(distinct::addAll);
      assertThat(distinct).as("round " + round).hasSize(messages);
      assertThat(claims.get(0).size() + claims.get(1).size()).isEqualTo(messages);
    }
  }

  @Test
  void a_message_of_a_dead_sender_is_leased_again_when_it_is_transactional() {
    queue("k", Purpose.TRANSACTIONAL);
    Message dead = claim(1).get(0);

    assertThat(claim(1)).as("the lease still holds").isEmpty();
    expireLeases();
    Message again = claim(1).get(0);

    assertThat(again.attempts).isEqualTo(2);
    assertThat(again.mimeMessageId).isEqualTo(dead.mimeMessageId);
    assertThat(again.epoch).isGreaterThan(dead.epoch);
  }

  @Test
  void a_message_of_a_dead_sender_becomes_uncertain_when_it_is_marketing() {
    long id = queue("k", Purpose.MARKETING);
    claim(1);
    expireLeases();
    queue("t", Purpose.TRANSACTIONAL);

    assertThat(claim(5)).extracting(m -> m.content.key).containsExactly("t");

    Message uncertain = store.find(id).get();
    assertThat(uncertain.state).isEqualTo(MessageState.UNCERTAIN);
    assertThat(uncertain.reason).contains("may have arrived");
    assertThat(uncertain.finishedAt).isEqualTo(NOW);
    assertThat(claim(5)).isEmpty();
  }

  @Test
  void marketing_that_was_never_attempted_is_simply_claimed() {
    queue("k", Purpose.MARKETING);

    assertThat(claim(1)).hasSize(1);
  }

  @Test
  void whoever_lost_the_lease_can_conclude_nothing() {
    long id = queue("k", Purpose.TRANSACTIONAL);
    Message late = claim(1).get(0);
    expireLeases();
    Message current = claim(1).get(0);

    assertThat(store.conclude(late, MessageState.FAILED, NOW, "late", RENDERED)).isFalse();
    assertThat(store.conclude(late, MessageState.FAILED, NOW, "late", null)).isFalse();
    store.requeue(late, NOW, "late", false);
    assertThat(store.find(id).get().state).isEqualTo(MessageState.SENDING);

    assertThat(store.conclude(current, MessageState.SENT, NOW, "", RENDERED)).isTrue();
    assertThat(store.conclude(current, MessageState.FAILED, NOW, "", RENDERED)).isFalse();
    assertThat(store.find(id).get().state).isEqualTo(MessageState.SENT);
  }

  @Test
  void only_an_end_can_be_concluded() {
    queue("k", Purpose.TRANSACTIONAL);
    Message claimed = claim(1).get(0);

    assertThatThrownBy(() -> store.conclude(claimed, MessageState.SENDING, NOW, "", RENDERED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_requeued_message_comes_back_when_it_is_due_and_counts_only_if_it_was_tried() {
    long id = queue("k", Purpose.TRANSACTIONAL);
    Instant later = NOW.plusSeconds(60);

    store.requeue(claim(1).get(0), later, "server busy", true);
    assertThat(claim(1)).isEmpty();
    assertThat(store.find(id).get().attempts).isEqualTo(1);
    assertThat(store.find(id).get().reason).isEqualTo("server busy");

    Message second = database.transactions.call(() -> store.claim(later, 1, "me", 60)).get(0);
    store.requeue(second, later, "not its turn", false);
    assertThat(store.find(id).get().attempts).isEqualTo(1);
    assertThat(store.find(id).get().state).isEqualTo(MessageState.QUEUED);
  }

  @Test
  void a_person_can_send_again_what_failed_or_is_uncertain_and_nothing_else() {
    long failed = concluded("f", MessageState.FAILED);
    long uncertain = concluded("u", MessageState.UNCERTAIN);
    long sent = concluded("s", MessageState.SENT);
    long queued = queue("q", Purpose.TRANSACTIONAL);
    Instant later = NOW.plusSeconds(9);

    assertThat(store.sendAgain(failed, later)).isTrue();
    assertThat(store.sendAgain(uncertain, later)).isTrue();
    assertThat(store.sendAgain(sent, later)).isFalse();
    assertThat(store.sendAgain(queued, later)).isFalse();
    assertThat(store.sendAgain(failed, later)).as("queued already").isFalse();

    Message again = store.find(failed).get();
    assertThat(again.state).isEqualTo(MessageState.QUEUED);
    assertThat(again.attempts).isZero();
    assertThat(again.dueAt).isEqualTo(later);
    assertThat(again.finishedAt).isNull();
  }

  private List<Long> claimAll() {
    List<Long> ids = new ArrayList<>();
    int idle = 0;
    while (idle < 3) {
      List<Message> batch = claim(7);
      batch.forEach(m -> ids.add(m.id));
      idle = batch.isEmpty() ? idle + 1 : 0;
    }
    return ids;
  }

  private long concluded(String key, MessageState state) {
    long id = queue(key, Purpose.TRANSACTIONAL);
    store.conclude(claim(1).get(0), state, NOW, "reason", RENDERED);
    return id;
  }

  private void expireLeases() {
    database.jdbc.update(
        "update PP_MESSAGE set LEASE_UNTIL = " + database.dialect.nowPlusSeconds(-1));
  }
}
