package org.postpurchase.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.shared.Transactions;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.WatchedDataSource;
import org.postpurchase.testkit.WatchedWire;

/** What movements that are made together cost, as statements and as waits on the wire. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatementsOfManyMovementsTest {
  private static final int MOST = 12;

  private final SettableClock clock = new SettableClock();

  private static CoreDatabase database(String name) {
    CoreDatabase database = name.equals("PostgreSQL") ? Databases.postgres() : Databases.mariadb();
    LedgerTables.empty(database.jdbc);
    return database;
  }

  private List<Movement> earns(int from, int count) {
    Instant now = clock.instant();
    List<Movement> all = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      LotCause cause = LotCause.of("SPEND").forLine(i, i);
      Instant matures = now.plus(Duration.ofDays(1));
      Instant expires = now.plus(Duration.ofDays(30));
      all.add(
          Movement.earn(
              new EarnRequest(
                  "main", "customer:" + i, "k" + i, 10, cause, matures, expires, false)));
    }
    return all;
  }

  private static List<Movement> pass(PointsLedger ledger, Verb verb, int count) {
    List<Movement> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long account = ledger.find("main", "customer:" + i).orElseThrow();
      all.add(verb == Verb.MATURE ? Movement.mature(account, 1) : Movement.expire(account, 1));
    }
    return all;
  }

  private static List<PostingResult> posted(Supplier<List<PostingResult>> work) {
    List<PostingResult> results = work.get();
    assertThat(results).allMatch(r -> r.posted);
    return results;
  }

  @ParameterizedTest
  @ValueSource(strings = {"PostgreSQL", "MariaDB"})
  void a_hundred_cost_a_dozen_statements_and_five_hundred_no_more(String name) {
    CoreDatabase database = database(name);
    WatchedDataSource watched = new WatchedDataSource(database.dataSource);
    CoreDatabase node = database.through(watched.dataSource());
    PointsLedger ledger = new PointsLedger(node.ledger(), node.transactions, clock);
    int before = 0;
    for (int count : new int[] {100, 500}) {
      LedgerTables.empty(database.jdbc);
      watched.seen.clear();
      posted(() -> ledger.postAll(earns(0, count)));
      int earn = watched.seen.size();
      clock.advance(Duration.ofDays(2));
      List<Movement> mature = pass(ledger, Verb.MATURE, count);
      watched.seen.clear();
      posted(() -> ledger.postAll(mature));
      int matured = watched.seen.size();
      clock.advance(Duration.ofDays(40));
      List<Movement> expire = pass(ledger, Verb.EXPIRE, count);
      watched.seen.clear();
      posted(() -> ledger.postAll(expire));
      int expired = watched.seen.size();
      assertThat(List.of(earn, matured, expired)).allMatch(statements -> statements <= MOST);
      int all = earn + matured + expired;
      assertThat(all).as("the same however many").isEqualTo(before == 0 ? all : before);
      before = all;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PostgreSQL", "MariaDB"})
  void a_hundred_wait_some_dozen_times_for_the_database(String name) throws SQLException {
    CoreDatabase database = database(name);
    try (WatchedWire wire = new WatchedWire(database)) {
      Transactions transactions = wire.node.transactions;
      PointsLedger ledger = new PointsLedger(wire.node.ledger(), transactions, clock);
      int least = Integer.MAX_VALUE;
      for (int turn = 0; turn < 12; turn++) { // a driver prepares what it sees again and again
        int from = turn * 100;
        int trips = wire.trips(() -> posted(() -> ledger.postAll(earns(from, 100))));
        least = Math.min(least, trips); // an answer in parts is counted twice, a wait never less
      }
      assertThat(least).isLessThanOrEqualTo(MOST);
    }
  }
}
