package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ledger.EarnRequest;
import org.postpurchase.ledger.LotCause;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.Committed;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.Together;
import org.postpurchase.testkit.WatchedDataSource;

/** Who is told that points expire, when, and how often. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class NoticingExpiringPointsContract {
  private static final Duration MONTH = Duration.ofDays(30);

  private final List<String> told = new Committed<>();
  private LoyaltyWorld world;
  private Listener listener;
  private NoticeExpiringPoints notices;

  abstract CoreDatabase shared();

  /** Somebody who wants to know. */
  private final class Listener implements ExpiryAudience {
    private Instant since;
    private long broken;

    private Listener(Instant since) {
      this.since = since;
    }

    @Override
    public Optional<Wish> wish() {
      return Optional.ofNullable(since).map(moment -> new Wish(MONTH, moment));
    }

    @Override
    public void told(long customerId, String key, Instant expiresAt, Instant now) {
      if (customerId == broken) {
        throw new IllegalStateException("nobody can tell " + customerId);
      }
      told.add(customerId + " " + expiresAt);
    }
  }

  @BeforeEach
  void open_the_shop() {
    world = new LoyaltyWorld(shared());
    listener = new Listener(world.clock.instant());
    notices = node(world.database);
  }

  private NoticeExpiringPoints node(CoreDatabase database) {
    return new NoticeExpiringPoints(
        database.ledger(), database.expiringPoints(), listener, database.transactions, world.clock);
  }

  private long gives(String owner, long points, Duration expiresIn) {
    Instant expiry = world.clock.instant().plus(expiresIn);
    return world
        .engine
        .ledger()
        .earn(
            new EarnRequest(
                "main",
                owner,
                "test:" + System.nanoTime(),
                points,
                LotCause.of("SPEND"),
                world.clock.instant(),
                expiresIn.isZero() ? null : expiry,
                true))
        .accountId;
  }

  private void gives(long customer, long points, int days) {
    gives(Owners.ofCustomer(customer), points, Duration.ofDays(days));
  }

  private String in(int days) {
    return " " + world.clock.instant().plus(Duration.ofDays(days));
  }

  @Test
  void each_account_is_told_once_of_all_that_expires_at_one_moment() {
    gives(1, 100, 20);
    gives(1, 50, 20);
    gives(1, 70, 25);
    gives(2, 10, 20);
    gives(3, 10, 0);
    String first = in(20);
    String second = in(25);

    assertThat(notices.runDue()).isEqualTo(3);
    assertThat(told).containsExactly("1" + first, "2" + first, "1" + second);
    assertThat(notices.runDue()).isZero();
    assertThat(node(world.database).runDue()).as("another node, or the next start").isZero();
  }

  @Test
  void a_day_early_at_most_and_never_when_it_is_over() {
    gives(1, 100, 40);
    gives(2, 100, 1);
    assertThat(notices.nextDueAt())
        .as("what should have been told before is told now")
        .contains(world.clock.instant());
    world.clock.advance(Duration.ofDays(2));
    assertThat(notices.runDue()).as("one has expired, one is far away").isZero();
    assertThat(notices.nextDueAt()).contains(world.clock.instant().plus(Duration.ofDays(7)));
    world.clock.advance(Duration.ofDays(7));
    String expiry = in(31);
    assertThat(notices.runDue()).isEqualTo(1);
    assertThat(told).containsExactly("1" + expiry);
    assertThat(notices.nextDueAt()).isEmpty();
  }

  @Test
  void while_nobody_wants_to_know_nothing_is_noted_and_afterwards_it_is_told() {
    listener.since = null;
    gives(1, 100, 20);
    assertThat(notices.runDue()).isZero();
    assertThat(notices.nextDueAt()).isEmpty();
    listener.since = world.clock.instant();
    world.clock.advance(Duration.ofSeconds(20));
    assertThat(notices.runDue()).isEqualTo(1);
  }

  @Test
  void whoever_begins_to_listen_later_is_told_of_what_others_were_told() {
    gives(1, 100, 20);
    notices.runDue();
    world.clock.advance(Duration.ofDays(2));
    listener.since = world.clock.instant();
    assertThat(notices.runDue()).isEqualTo(1);
    assertThat(notices.runDue()).isZero();
    assertThat(node(world.database).runDue()).isZero();
    assertThat(told).hasSize(2);
  }

  @Test
  void spent_and_pending_points_are_nobodys_business_and_what_comes_back_is_told_of() {
    gives(1, 1000, 20);
    long account = world.engine.ledger().find("main", Owners.ofCustomer(1)).get();
    Instant until = world.clock.instant().plus(Duration.ofMinutes(15));
    world.engine.ledger().reserve(account, "hold:" + account, 1000, 9, until);
    assertThat(notices.runDue()).as("all of it is in a checkout").isZero();
    world.engine.ledger().release("main", "hold:" + account);
    assertThat(notices.runDue()).isEqualTo(1);
  }

  @Test
  void points_of_a_guests_order_are_told_of_when_somebody_has_claimed_them() {
    gives(Owners.ofGuestOrder(8), 100, Duration.ofDays(20));
    String expiry = in(20);
    notices.runDue();
    assertThat(told).isEmpty();
    world.engine.claims().claim(8, 44);
    assertThat(notices.runDue()).isEqualTo(1);
    assertThat(told).containsExactly("44" + expiry);
  }

  @Test
  void of_merged_accounts_the_one_that_has_the_points_is_told() {
    gives(1, 100, 20);
    gives(2, 10, 60);
    notices.runDue();
    long from = world.engine.ledger().find("main", Owners.ofCustomer(1)).get();
    long to = world.engine.ledger().find("main", Owners.ofCustomer(2)).get();
    world.engine.ledger().merge(from, to, "merge:" + from, "CLAIMED");
    assertThat(notices.runDue()).isEqualTo(1);
    assertThat(told).containsExactly("1" + in(20), "2" + in(20));
  }

  @Test
  void one_account_that_fails_keeps_no_other_waiting_and_is_tried_again() {
    listener.broken = 1;
    gives(1, 100, 20);
    gives(2, 100, 20);
    assertThat(notices.runDue()).isEqualTo(1);
    listener.broken = 0;
    assertThat(notices.runDue()).as("it rests").isZero();
    world.clock.advance(Duration.ofMinutes(1));
    assertThat(notices.runDue()).isEqualTo(1);
    assertThat(told).hasSize(2);
  }

  @Test
  void more_than_one_page_is_told_in_one_run_and_two_nodes_share_it() throws Exception {
    for (int customer = 1; customer <= 230; customer++) {
      gives(customer, 10, 20);
    }
    NoticeExpiringPoints other = node(world.database);
    List<Integer> done = Together.run(2, n -> () -> (n == 0 ? notices : other).runDue());
    notices.runDue(); // what one of them had to give up
    assertThat(done.get(0) + done.get(1)).isPositive();
    assertThat(told).hasSize(230).doesNotHaveDuplicates();
  }

  @Test
  void a_look_that_finds_nothing_is_one_statement_among_many_who_were_told_or_wait() {
    WatchedDataSource watched = new WatchedDataSource(world.database.dataSource);
    CoreDatabase looking = world.database.through(watched.dataSource());
    NoticeExpiringPoints idle = node(looking);
    crowd(20, world.clock.instant());
    crowd(200, null);
    idle.runDue();
    watched.seen.clear();
    assertThat(idle.runDue()).isZero();
    assertThat(watched.seen).hasSize(1);
    assertThat(plan(looking, watched.seen.get(0)))
        .doesNotContain("Seq Scan")
        .satisfiesAnyOf(
            plan -> assertThat(plan).isEmpty(),
            plan -> assertThat(plan).contains("ix_pp_points_lot_notice_due"));
  }

  /** Ten thousand lots that expire in so many days. */
  private void crowd(int days, Instant noticedAt) {
    Instant expiry = world.clock.instant().plus(Duration.ofDays(days));
    int size = 10_000;
    world.database.transactions.run(
        () ->
            world.database.jdbc.batchUpdate(
                "insert into PP_POINTS_LOT (ACCOUNT_ID, LOT_NO, CAUSE, ISSUED, AVAILABLE,"
                    + " CREATED_AT, EXPIRES_AT, OPEN_UNTIL, DUE_AT, NOTICED_AT) values (?, ?,"
                    + " 'SPEND', 5, 5, ?, ?, ?, ?, ?)",
                IntStream.range(0, size).boxed().collect(Collectors.toList()),
                size,
                (PreparedStatement insert, Integer i) -> {
                  insert.setLong(1, 1_000_000 + i);
                  insert.setInt(2, days);
                  insert.setTimestamp(3, Timestamp.from(expiry), Utc.calendar());
                  for (int column = 4; column <= 6; column++) {
                    insert.setTimestamp(column, Timestamp.from(expiry), Utc.calendar());
                  }
                  Timestamp noticed = noticedAt == null ? null : Timestamp.from(noticedAt);
                  insert.setTimestamp(7, noticed, Utc.calendar());
                }));
  }

  /** How the database finds them; empty where it does not tell in words. */
  private static String plan(CoreDatabase database, String sql) {
    if (!database.toString().startsWith("postgres")) {
      return "";
    }
    database.jdbc.execute("analyze PP_POINTS_LOT");
    String moments =
        sql.replaceFirst("limit \\?", "limit 200")
            .replaceFirst("ACCOUNT_ID > \\?", "ACCOUNT_ID > 0")
            .replaceFirst("OPEN_UNTIL > \\?", "OPEN_UNTIL > '2026-03-02'")
            .replaceFirst("OPEN_UNTIL <= \\?", "OPEN_UNTIL <= '2026-04-02'")
            .replaceAll("\\?", "'1970-01-01'");
    return String.join("\n", database.jdbc.queryForList("explain " + moments, String.class));
  }
}
