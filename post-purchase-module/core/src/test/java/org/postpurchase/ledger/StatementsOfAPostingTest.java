package org.postpurchase.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ledger.jdbc.LedgerJdbcModule;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.WatchedDataSource;

/**
 * What a movement costs in statements on PostgreSQL, and that it costs the same in a full account.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatementsOfAPostingTest {
  private final SettableClock clock = new SettableClock();
  private WatchedDataSource watched;
  private CoreDatabase node;
  private PointsLedger ledger;
  private long account;
  private int keys;

  @BeforeEach
  void open() {
    CoreDatabase database = Databases.postgres();
    LedgerTables.empty(database.jdbc);
    watched = new WatchedDataSource(database.dataSource);
    node = database.through(watched.dataSource());
    ledger = new PointsLedger(node.ledger(), node.transactions, clock);
    account = ledger.open("main", "customer:1");
  }

  private int cost(Supplier<PostingResult> movement) {
    watched.seen.clear();
    PostingResult result = movement.get();
    assertThat(result.posted).as(result.toString()).isTrue();
    return watched.seen.size();
  }

  private PostingResult earn(boolean matured) {
    Instant now = clock.instant();
    return ledger.earn(
        new EarnRequest(
            "main",
            "customer:1",
            "k" + keys++,
            100,
            LotCause.of("SPEND"),
            now.plus(Duration.ofDays(1)),
            now.plus(Duration.ofDays(30)),
            matured));
  }

  private void assertCosts() {
    Instant until = clock.instant().plusSeconds(900);
    assertThat(cost(() -> earn(true))).as("earn").isEqualTo(2);
    String kept = "h" + keys++;
    assertThat(cost(() -> ledger.reserve(account, kept, 50, 1, until))).as("reserve").isEqualTo(2);
    assertThat(cost(() -> ledger.capture("main", kept))).as("capture").isEqualTo(2);
    String left = "h" + keys++;
    assertThat(cost(() -> ledger.reserve(account, left, 50, 1, until))).as("again").isEqualTo(2);
    assertThat(cost(() -> ledger.release("main", left))).as("void").isEqualTo(2);
    PostingRequest request =
        new PostingRequest(Verb.ADJUST, "a" + keys++, 0, "GOODWILL", "admin", "");
    assertThat(cost(() -> ledger.adjust(account, request, -10, null))).as("adjust").isEqualTo(2);
  }

  @Test
  void a_posting_costs_so_many_statements_and_as_many_among_a_thousand() {
    assertCosts();
    for (int i = 0; i < 1_000; i++) {
      assertThat(earn(false).posted).isTrue();
    }
    assertCosts();
  }

  @Test
  void a_balance_costs_five_statements_and_the_last_entries_one() {
    earn(true);
    LedgerViews views = LedgerJdbcModule.views(node.jdbc);
    watched.seen.clear();
    PointsBalance balance = views.balance("main", "customer:1", clock.instant());
    assertThat(balance.usable).isEqualTo(100);
    assertThat(balance.expiringNext).isEqualTo(100);
    assertThat(watched.seen).hasSize(5);
    watched.seen.clear();
    assertThat(views.history(account, 20, 0)).hasSize(1);
    assertThat(watched.seen).hasSize(1);
  }

  @Test
  void a_refusal_writes_nothing() {
    earn(true);
    watched.seen.clear();
    assertThat(ledger.reserve(account, "big", 101, 1, clock.instant()).refusal)
        .isEqualTo(Refusal.INSUFFICIENT);
    assertThat(watched.seen).allMatch(sql -> sql.startsWith("select"));
  }
}
