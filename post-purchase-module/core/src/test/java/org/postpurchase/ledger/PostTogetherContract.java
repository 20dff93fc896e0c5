package org.postpurchase.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;

/** Movements that are made together, held against the same ones made one by one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class PostTogetherContract {
  private static final String P = RandomLedger.P;
  private static final List<String> TABLES =
      List.of(
          "PP_POINTS_ACCOUNT order by ACCOUNT_ID",
          "PP_POINTS_LOT order by ACCOUNT_ID, LOT_NO",
          "PP_POINTS_POSTING order by ACCOUNT_ID, POSTING_NO",
          "PP_POINTS_ENTRY order by ACCOUNT_ID, ENTRY_NO",
          "PP_POINTS_HOLD order by ACCOUNT_ID, HOLD_NO",
          "PP_POINTS_HOLD_LOT order by ACCOUNT_ID, HOLD_NO, LOT_NO");

  private final SettableClock clock = new SettableClock();
  private CoreDatabase database;

  abstract CoreDatabase shared();

  @BeforeEach
  void open() {
    database = shared();
    LedgerTables.empty(database.jdbc);
  }

  @Test
  void rows_and_answers_are_those_of_the_same_movements_one_by_one() {
    long seed = Seed.drawn();
    int rounds = Integer.getInteger("pp.ledger.rounds", 12);
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      LedgerTables.empty(database.jdbc);
      RandomLedger world = new RandomLedger(database, clock, 2 + random.nextInt(8), seed + round);
      world.move(60);
      if (random.nextBoolean()) {
        world.ledger.freeze(world.accounts.get(0));
      }
      clock.advance(Duration.ofHours(random.nextInt(60)));
      Script script = new Script(world, random, seed + round);
      List<Movement> movements = script.movements(1 + random.nextInt(60));
      Outcome together = undone(() -> world.ledger.postAll(movements));
      Outcome single =
          undone(
              () ->
                  movements.stream()
                      .map(each -> alone(world.ledger, each))
                      .collect(Collectors.toList()));
      String what = "seed " + seed + " round " + round + ": " + movements.size() + " movements";
      assertThat(together.answers).as(what).isEqualTo(single.answers);
      single.rows.forEach(
          (table, rows) -> assertThat(together.rows.get(table)).as(what).isEqualTo(rows));
      world.ledger.postAll(movements);
      assertThat(mismatches()).as(what).isEmpty();
      assertThat(LedgerTables.violations(database.jdbc)).as(what).isEmpty();
    }
  }

  private static PostingResult alone(PointsLedger ledger, Movement each) {
    if (each.earn != null) {
      return ledger.earn(each.earn);
    }
    return each.verb == Verb.MATURE
        ? ledger.mature(each.accountId, each.lotNo)
        : ledger.expire(each.accountId, each.lotNo);
  }

  private List<Mismatch> mismatches() {
    PointsLedger ledger = new PointsLedger(database.ledger(), database.transactions, clock);
    return new LedgerProof(
            database.ledger(), database.proofs(), ledger, database.transactions, clock)
        .run(ProofScope.ALL, null)
        .mismatches;
  }

  /** What a piece of work answers and leaves behind; then it is taken back. */
  private Outcome undone(Supplier<List<PostingResult>> work) {
    Outcome outcome = new Outcome();
    assertThatThrownBy(
            () ->
                database.transactions.run(
                    () -> {
                      outcome.answers =
                          work.get().stream()
                              .map(r -> r + " " + r.available + " " + r.lotNo)
                              .collect(Collectors.toList());
                      for (String table : TABLES) {
                        outcome.rows.put(
                            table,
                            database.jdbc.queryForList("select * from " + table).stream()
                                .map(Map::toString)
                                .collect(Collectors.toList()));
                      }
                      throw new Undo();
                    }))
        .isInstanceOf(Undo.class);
    return outcome;
  }

  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final class Outcome {
    List<String> answers;
    final Map<String, List<String>> rows = new LinkedHashMap<>();
  }

  /** Random movements, among them repeated, refused and unknown ones. */
  private final class Script {
    private final RandomLedger world;
    private final Random random;
    private final long seed;
    private final List<EarnRequest> earned = new ArrayList<>();

    Script(RandomLedger world, Random random, long seed) {
      this.world = world;
      this.random = random;
      this.seed = seed;
    }

    List<Movement> movements(int count) {
      List<Movement> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        all.add(next(i));
      }
      return all;
    }

    private Movement next(int i) {
      int number = random.nextInt(world.accounts.size());
      long account = random.nextInt(40) == 0 ? 999_999_999L : world.accounts.get(number);
      int lot = 1 + random.nextInt(12);
      switch (random.nextInt(8)) {
        case 0:
        case 1:
          return Movement.mature(account, lot);
        case 2:
        case 3:
          return Movement.expire(account, lot);
        case 4:
          if (!earned.isEmpty()) {
            return Movement.earn(again(earned.get(random.nextInt(earned.size()))));
          }
        // nothing to repeat yet
        default:
          String owner = "r" + seed + "-" + number;
          EarnRequest request =
              earn(owner, "t" + seed + "-" + i, 1 + random.nextInt(200), random.nextBoolean());
          earned.add(request);
          return Movement.earn(request);
      }
    }

    private EarnRequest again(EarnRequest r) {
      long points = random.nextInt(3) == 0 ? r.points + 1 : r.points;
      return earn(r.ownerKey, r.key, points, r.matured);
    }
  }

  private EarnRequest earn(String owner, String key, long points, boolean matured) {
    Instant matures = clock.instant().plus(Duration.ofHours(points % 50 - 25));
    Instant expires = points % 3 == 0 ? null : matures.plus(Duration.ofHours(points % 40));
    LotCause cause = LotCause.of("SPEND").forLine(points, points + 1);
    return new EarnRequest(P, owner, key, points, cause, matures, expires, matured);
  }

  @Test
  void owners_without_an_account_get_one_and_all_of_them_or_none_is_kept() {
    PointsLedger ledger = new PointsLedger(database.ledger(), database.transactions, clock);
    List<Movement> movements = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      movements.add(Movement.earn(earn("customer:" + i % 10, "k" + i, 10, true)));
    }
    assertThatThrownBy(
            () ->
                database.transactions.run(
                    () -> {
                      ledger.postAll(movements);
                      throw new Undo();
                    }))
        .isInstanceOf(Undo.class);
    assertThat(database.count("PP_POINTS_ACCOUNT")).isZero();
    assertThat(ledger.postAll(movements)).hasSize(30).allMatch(r -> r.posted);
    assertThat(ledger.postAll(movements)).hasSize(30).allMatch(r -> r.repeated);
    assertThat(database.count("PP_POINTS_ACCOUNT")).isEqualTo(10);
    assertThat(database.count("PP_POINTS_POSTING")).isEqualTo(30);
    assertThat(mismatches()).isEmpty();
  }

  @Test
  void many_at_once_over_the_same_accounts_lose_and_double_nothing() throws Exception {
    PointsLedger ledger = new PointsLedger(database.ledger(), database.transactions, clock);
    int accounts = 20;
    for (int i = 0; i < accounts; i++) {
      ledger.open(P, "customer:" + i);
    }
    int threads = 6;
    int turns = 8;
    Together.<Void>run(
        threads,
        thread ->
            () -> {
              for (int turn = 0; turn < turns; turn++) {
                List<Movement> movements = wanted(thread / 2 + "-" + turn, accounts);
                if (thread % 3 == 0) {
                  movements.forEach(each -> ledger.earn(each.earn));
                } else {
                  ledger.postAll(movements);
                }
              }
              return null;
            });
    assertThat(database.count("PP_POINTS_POSTING")).isEqualTo(threads / 2 * turns * 25);
    assertThat(mismatches()).isEmpty();
    assertThat(LedgerTables.violations(database.jdbc)).isEmpty();
  }

  /** Two threads want the same. */
  private static List<Movement> wanted(String name, int accounts) {
    List<Movement> movements = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      String key = "k" + name + "-" + i;
      String owner = "customer:" + Math.floorMod(key.hashCode(), accounts);
      LotCause cause = LotCause.of("SPEND");
      movements.add(Movement.earn(new EarnRequest(P, owner, key, 3, cause, null, null, true)));
    }
    return movements;
  }
}
