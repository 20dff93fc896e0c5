package org.postpurchase.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.Events;
import org.postpurchase.testkit.Together;

/** Who may work on what, for how long, and what becomes of it, on every database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class OutboxClaimContract extends OutboxStoreFixture {
  @Test
  void a_claim_counts_the_attempt_and_raises_the_epoch() {
    append(1);

    OutboxEntry claimed = claim(NOW, 10).get(0);

    assertThat(claimed.attempts).isEqualTo(1);
    OutboxEntry stored = store.list(OutboxState.WAITING, 1, 0).get(0);
    assertThat(stored.attempts).isEqualTo(1);
    assertThat(stored.epoch).isEqualTo(claimed.epoch).isPositive();
    assertThat(claim(NOW, 10)).as("leased already").isEmpty();
  }

  @Test
  void a_claim_takes_the_longest_due_first_and_no_more_than_asked() {
    store.append("late", "h", Events.submitted(1), NOW.minusSeconds(1));
    store.append("later", "h", Events.submitted(2), NOW);
    store.append("first", "h", Events.submitted(3), NOW.minusSeconds(9));

    assertThat(claim(NOW, 2)).extracting(e -> e.event.orderId).containsExactly(3L, 1L);
    assertThat(claim(NOW, 2)).extracting(e -> e.event.orderId).containsExactly(2L);
  }

  @Test
  void nothing_is_claimed_before_it_is_due() {
    store.append("k", "h", Events.submitted(1), NOW);

    assertThat(claim(NOW.minusMillis(1), 10)).isEmpty();
    assertThat(claim(NOW, 10)).hasSize(1);
  }

  @Test
  void claims_of_two_nodes_are_disjoint_and_complete() throws Exception {
    int entries = 120;
    for (int round = 0; round < 8; round++) {
      empty();
      for (int i = 0; i < entries; i++) {
        append(i);
      }

      List<List<Long>> claims = Together.run(2, i -> () -> claimAll("node-" + i, entries));

      Set<Long> distinct = new HashSet<>();
      claims.forEach(distinct::addAll);
      assertThat(distinct).as("round " + round).hasSize(entries);
      assertThat(claims.get(0).size() + claims.get(1).size()).isEqualTo(entries);
      assertThat(
              database.jdbc.queryForObject(
                  "select count(*) from PP_OUTBOX where ATTEMPTS = 1 and LEASE_EPOCH = 1",
                  Integer.class))
          .isEqualTo(entries);
    }
  }

  @Test
  void a_dead_owner_loses_its_lease_by_database_time() {
    append(1);
    OutboxEntry dead = claim(NOW, 1).get(0);
    assertThat(claim(NOW.plus(Duration.ofDays(400)), 1))
        .as("the business clock does not end leases")
        .isEmpty();

    database.leasesRunOut();

    OutboxEntry taken = claim(NOW, 1).get(0);
    assertThat(taken.attempts).isEqualTo(2);
    assertThat(taken.epoch).isGreaterThan(dead.epoch);
  }

  @Test
  void a_lease_lasts_as_long_as_asked_for_by_the_clock_of_the_database() {
    append(1);
    database.transactions.run(() -> store.claim(NOW, 1, "me", 300));

    String between =
        "select count(*) from PP_OUTBOX where LEASE_UNTIL > "
            + database.dialect.nowPlusSeconds(240)
            + " and LEASE_UNTIL <= "
            + database.dialect.nowPlusSeconds(300);
    assertThat(database.jdbc.queryForObject(between, Integer.class)).isEqualTo(1);
  }

  @Test
  void whoever_lost_the_lease_can_change_nothing() {
    append(1);
    OutboxEntry late = claim(NOW, 1).get(0);
    database.leasesRunOut();
    OutboxEntry current = claim(NOW, 1).get(0);

    assertThat(store.finish(late, NOW)).isFalse();
    store.retryLater(late, NOW.plusSeconds(1), "late");
    store.block(late, NOW, "late");

    OutboxEntry stored = store.list(OutboxState.WAITING, 1, 0).get(0);
    assertThat(stored.reason).isEmpty();
    assertThat(stored.dueAt).isEqualTo(NOW);
    assertThat(store.finish(current, NOW)).isTrue();
    assertThat(store.finish(current, NOW)).as("finished once").isFalse();
    assertThat(store.count(OutboxState.DONE)).isEqualTo(1);
  }

  @Test
  void a_retry_is_due_by_the_business_clock() {
    append(1);
    Instant later = NOW.plusSeconds(30);

    store.retryLater(claim(NOW, 1).get(0), later, "the database was tired");

    assertThat(claim(later.minusMillis(1), 1)).isEmpty();
    OutboxEntry again = claim(later, 1).get(0);
    assertThat(again.attempts).isEqualTo(2);
    assertThat(again.reason).isEqualTo("the database was tired");
  }

  @Test
  void being_asked_again_is_no_attempt() {
    append(1);
    Instant later = NOW.plusSeconds(30);

    store.askAgain(claim(NOW, 1).get(0), later, "the order is a cart again");

    assertThat(claim(later.minusMillis(1), 1)).isEmpty();
    OutboxEntry again = claim(later, 1).get(0);
    assertThat(again.attempts).isEqualTo(1);
    assertThat(again.reason).isEqualTo("the order is a cart again");
  }

  @Test
  void a_blocked_entry_waits_for_a_person_who_gives_it_a_fresh_count() {
    append(1);
    OutboxEntry entry = claim(NOW, 1).get(0);

    store.block(entry, NOW, "no such handler");

    assertThat(claim(NOW.plusSeconds(999), 1)).isEmpty();
    OutboxEntry blocked = store.list(OutboxState.BLOCKED, 1, 0).get(0);
    assertThat(blocked.reason).isEqualTo("no such handler");
    assertThat(store.unblock(blocked.id, NOW)).isTrue();
    assertThat(store.unblock(blocked.id, NOW)).as("not blocked any more").isFalse();
    assertThat(claim(NOW, 1).get(0).attempts).isEqualTo(1);
  }

  List<Long> claimAll(String owner, int most) {
    List<Long> ids = new ArrayList<>();
    int idle = 0;
    while (ids.size() < most && idle < 3) {
      List<OutboxEntry> batch =
          database.transactions.call(() -> store.claim(NOW, 7, owner, LEASE_SECONDS));
      batch.forEach(e -> ids.add(e.id));
      idle = batch.isEmpty() ? idle + 1 : 0;
    }
    return ids;
  }
}
