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
  void a_claimed_message_is_sending_and_leased_but_neither_begun_nor_counted() {
    long id = queue("k", Purpose.TRANSACTIONAL);

    Message claimed = claim(5).get(0);

    assertThat(claimed.id).isEqualTo(id);
    assertThat(claimed.state).isEqualTo(MessageState.SENDING);
    assertThat(claimed.attempts).isZero();
    assertThat(claimed.begunAt).isNull();
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
  void a_begun_message_says_so_and_is_counted() {
    long id = queue("k", Purpose.TRANSACTIONAL);

    Message begun = begin(claim(5)).get(0);

    assertThat(begun.attempts).isEqualTo(1);
    assertThat(begun.begunAt).isEqualTo(NOW);
    assertThat(store.find(id).get()).usingRecursiveComparison().isEqualTo(begun);
  }

  @Test
  void what_a_dead_sender_had_not_begun_is_leased_again_whatever_it_is() {
    queue("t", Purpose.TRANSACTIONAL);
    queue("m", Purpose.MARKETING);
    claim(5);

    assertThat(claim(5)).as("the leases still hold").isEmpty();
    database.leasesRunOut();

    List<Message> again = claim(5);
    assertThat(again).extracting(m -> m.content.key).containsExactly("t", "m");
    assertThat(again).allMatch(m -> m.attempts == 0 && m.unclearEnds == 0);
  }

  @Test
  void order_mail_that_a_dead_sender_had_begun_is_leased_once_more_and_then_uncertain() {
    long id = queue("k", Purpose.TRANSACTIONAL);
    Message dead = begin(claim(1)).get(0);

    assertThat(claim(1)).as("the lease still holds").isEmpty();
    database.leasesRunOut();
    List<Message> again = claim(1);

    assertThat(again.get(0).mimeMessageId).isEqualTo(dead.mimeMessageId);
    assertThat(again.get(0).epoch).isGreaterThan(dead.epoch);
    assertThat(again.get(0).unclearEnds).isEqualTo(1);
    assertThat(store.find(id).get()).usingRecursiveComparison().isEqualTo(again.get(0));
    begin(again);
    database.leasesRunOut();
    assertThat(claim(1)).isEmpty();
    assertThat(store.find(id).get().state).isEqualTo(MessageState.UNCERTAIN);
    assertThat(store.find(id).get().unclearEnds).isEqualTo(2);
  }

  @Test
  void marketing_that_a_dead_sender_had_begun_becomes_uncertain() {
    long id = queue("k", Purpose.MARKETING);
    begin(claim(1));
    database.leasesRunOut();
    queue("t", Purpose.TRANSACTIONAL);

    assertThat(claim(5)).extracting(m -> m.content.key).containsExactly("t");

    Message uncertain = store.find(id).get();
    assertThat(uncertain.state).isEqualTo(MessageState.UNCERTAIN);
    assertThat(uncertain.reason).contains("may have arrived");
    assertThat(uncertain.finishedAt).isEqualTo(NOW);
    assertThat(claim(5)).isEmpty();
  }

  @Test
  void whoever_lost_the_lease_can_begin_nothing() {
    queue("k", Purpose.TRANSACTIONAL);
    List<Message> late = claim(1);
    database.leasesRunOut();
    claim(1);

    assertThat(begin(late)).isEmpty();
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
    database.leasesRunOut();
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

    store.requeue(begin(claim(1)).get(0), later, "server busy", true);
    assertThat(claim(1)).isEmpty();
    assertThat(store.find(id).get().attempts).isEqualTo(1);
    assertThat(store.find(id).get().reason).isEqualTo("server busy");

    List<Message> second =
        database.transactions.call(() -> store.claim("EMAIL", later, 1, "me", 60));
    store.requeue(second.get(0), later, "never begun", true);
    assertThat(store.find(id).get().attempts).isEqualTo(1);
    List<Message> third =
        database.transactions.call(() -> store.claim("EMAIL", later, 1, "me", 60));
    store.requeue(begin(third).get(0), later, "not its turn", false);
    assertThat(store.find(id).get().attempts).isEqualTo(1);
    assertThat(store.find(id).get().begunAt).isNull();
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

  @Test
  void everything_that_failed_and_fits_is_sent_again_and_nothing_else() {
    concluded("quota", MessageState.FAILED, Purpose.TRANSACTIONAL, "550 5.4.5 Daily Quota of 100%");
    concluded("spam", MessageState.FAILED, Purpose.TRANSACTIONAL, "554 spam");
    concluded("ad", MessageState.FAILED, Purpose.MARKETING, "quota of 100%");
    concluded("u", MessageState.UNCERTAIN, Purpose.TRANSACTIONAL, "quota");
    concluded("s", MessageState.SENT, Purpose.TRANSACTIONAL, "quota");
    Instant later = NOW.plusSeconds(9);

    assertThat(again(new AgainFilter(Purpose.TRANSACTIONAL, " QUOTA of 100%"), later)).isEqualTo(1);
    assertThat(again(new AgainFilter(null, "100_"), later)).as("no wildcards").isZero();
    assertThat(again(new AgainFilter(Purpose.MARKETING, ""), later)).isEqualTo(1);
    assertThat(again(new AgainFilter(null, ""), later)).isEqualTo(1);
    assertThat(again(new AgainFilter(null, ""), later)).as("nothing is left").isZero();

    assertThat(store.list(MessageState.QUEUED, 9, 0))
        .extracting(m -> m.content.key)
        .containsExactly("ad", "spam", "quota");
    assertThat(store.list(MessageState.QUEUED, 9, 0))
        .allMatch(m -> m.attempts == 0 && m.dueAt.equals(later) && m.finishedAt == null);
  }

  @Test
  void a_queued_message_can_be_blamed_afterwards() {
    long id = queue("k", Purpose.TRANSACTIONAL);

    store.blame(id, NOW.plusSeconds(30));

    assertThat(store.find(id).get().attempts).isEqualTo(1);
    assertThat(store.find(id).get().dueAt).isEqualTo(NOW.plusSeconds(30));
  }

  private int again(AgainFilter filter, Instant at) {
    return database.transactions.call(() -> store.sendAgain(filter, at));
  }

  private List<Message> begin(List<Message> claimed) {
    return database.transactions.call(() -> store.begin(claimed, NOW));
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
    return concluded(key, state, Purpose.TRANSACTIONAL, "reason");
  }

  private long concluded(String key, MessageState state, Purpose purpose, String reason) {
    long id = queue(key, purpose);
    store.conclude(begin(claim(1)).get(0), state, NOW, reason, RENDERED);
    return id;
  }
}
