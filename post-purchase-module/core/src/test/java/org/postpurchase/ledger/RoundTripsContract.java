package org.postpurchase.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.WatchedWire;

/**
 * How often a movement waits for the database, counted on the wire: once to lock and read, once to
 * write. Begin and commit belong to the caller.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class RoundTripsContract {
  private final SettableClock clock = new SettableClock();
  private WatchedWire wire;
  private CoreDatabase node;
  private PointsLedger ledger;
  private long account;
  private int keys;
  private final Map<String, Integer> trips = new TreeMap<>();

  abstract CoreDatabase database();

  @BeforeEach
  void open() throws SQLException {
    CoreDatabase database = database();
    LedgerTables.empty(database.jdbc);
    wire = new WatchedWire(database);
    node = wire.node;
    ledger = new PointsLedger(node.ledger(), node.transactions, clock);
    account = ledger.open("main", "customer:1");
  }

  @AfterEach
  void close() {
    if (wire != null) {
      wire.close();
    }
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

  /** What the movement waited for, begin and commit of the caller aside. */
  private void count(String verb, Supplier<PostingResult> movement) {
    int count =
        wire.trips(
            () -> {
              PostingResult result = movement.get();
              assertThat(result.isDone()).as(result.toString()).isTrue();
            });
    trips.merge(verb, count, Math::min); // an answer in parts is counted twice, a wait never less
  }

  @Test
  void every_movement_waits_twice_and_a_repeated_one_once() {
    for (int i = 0; i < 8; i++) { // a driver prepares what it sees again and again: one trip more
      makeMovements();
    }
    assertTwoEach();
    for (int i = 0; i < 200; i++) {
      assertThat(earn(false).posted).isTrue();
    }
    trips.clear();
    for (int i = 0; i < 8; i++) {
      makeMovements();
    }
    assertTwoEach();
  }

  private void assertTwoEach() {
    assertThat(trips).hasSize(10).containsEntry("void again", 1);
    trips.remove("void again");
    assertThat(trips.values()).as("%s", trips).containsOnly(2);
  }

  private void makeMovements() {
    Instant until = clock.instant().plusSeconds(900);
    count("earn", () -> earn(true));
    String taken = "h" + keys++;
    count("reserve", () -> ledger.reserve(account, taken, 50, 1, until));
    count("capture", () -> ledger.capture("main", taken));
    count("restore", () -> ledger.restore("main", taken, "back-" + taken, 20, null));
    String left = "h" + keys++;
    ledger.reserve(account, left, 10, 1, until);
    count("void", () -> ledger.release("main", left));
    count("void again", () -> ledger.release("main", left));
    PostingRequest less = new PostingRequest(Verb.ADJUST, "a" + keys++, 0, "GOODWILL", "admin", "");
    count("adjust", () -> ledger.adjust(account, less, -10, null));
    int pending = earn(false).lotNo;
    clock.advance(Duration.ofDays(2));
    count("mature", () -> ledger.mature(account, pending));
    String back = "c" + pending;
    count(
        "claw back",
        () -> ledger.clawBack(account, pending, back, 40, ShortfallPolicy.CARRY, "RETURN"));
    clock.advance(Duration.ofDays(40));
    count("expire", () -> ledger.expire(account, pending));
  }
}
