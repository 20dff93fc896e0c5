package org.postpurchase.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SettableClock;

/**
 * Random sequences of all verbs, done by the ledger and by a naive one in memory; after each
 * operation both must say the same. The seed is in every failure.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class LedgerModelContract {
  static final String P = "main";

  /** What a refusal must not have changed is read whole, so no account may grow without end. */
  private static final int OPERATIONS_OF_AN_ACCOUNT = 2_000;

  private static final int FEWEST_ACCOUNTS = 20;

  CoreDatabase database;
  final SettableClock clock = new SettableClock();

  abstract CoreDatabase shared();

  abstract int operations();

  @BeforeAll
  void open() {
    database = shared();
    LedgerTables.empty(database.jdbc);
  }

  @Test
  void every_verb_does_what_a_naive_ledger_does() {
    long seed = Seed.drawn();
    int count = Integer.getInteger("pp.ledger.operations", operations());
    int accounts = Math.max(FEWEST_ACCOUNTS, count / OPERATIONS_OF_AN_ACCOUNT);
    Walk walk = new Walk(seed, accounts);
    for (int i = 0; i < count; i++) {
      walk.step(i);
    }
    for (int account = 0; account < accounts; account++) {
      walk.compareLots(account);
    }
    assertThat(walk.refused).as("seed " + seed).isPositive();
    assertThat(LedgerTables.violations(database.jdbc)).as("seed " + seed).isEmpty();
  }

  /** One run through random operations. */
  private final class Walk {
    final long seed;
    final int accounts;
    final Random random;
    final PointsLedger ledger = new PointsLedger(database.ledger(), database.transactions, clock);
    final NaiveLedger model = new NaiveLedger();
    final List<String> holds = new ArrayList<>();
    final List<Integer> holdOwners = new ArrayList<>();
    int refused;

    Walk(long seed, int accounts) {
      this.seed = seed;
      this.accounts = accounts;
      this.random = new Random(seed);
    }

    void step(int i) {
      int number = random.nextInt(accounts);
      NaiveLedger.Account naive = model.account(number);
      long account = ledger.open(P, "customer:" + number);
      boolean refusal = random.nextInt(4) == 0;
      String before = refusal ? everything(account) : "";
      String what = "seed " + seed + " operation " + i;
      boolean[] done = act(i, number, naive, account);
      assertThat(done[0]).as(what + " outcome").isEqualTo(done[1]);
      if (!done[0]) {
        refused++;
        if (refusal) {
          assertThat(everything(account)).as(what + " after a refusal").isEqualTo(before);
        }
      }
      assertThat(balance(account)).as(what).isEqualTo(naive.text());
      if (i % 500 == 0) {
        compareLots(number);
      }
      if (random.nextInt(50) == 0) {
        clock.advance(Duration.ofHours(random.nextInt(72)));
      }
    }

    private boolean[] act(int i, int number, NaiveLedger.Account naive, long account) {
      Instant now = clock.instant();
      String key = "k" + seed + "-" + i;
      int lots = naive.lots.size();
      int lot = lots == 0 ? 0 : Math.max(1, lots - random.nextInt(Math.min(lots, 12)));
      switch (random.nextInt(11)) {
        case 0:
        case 1:
          {
            long points = 1 + random.nextInt(300);
            Instant matures = now.plus(Duration.ofHours(random.nextInt(100)));
            Instant expires =
                random.nextInt(3) == 0 ? null : matures.plus(Duration.ofHours(random.nextInt(200)));
            boolean matured = random.nextBoolean();
            EarnRequest request =
                new EarnRequest(
                    P,
                    "customer:" + number,
                    key,
                    points,
                    LotCause.of("SPEND"),
                    matures,
                    expires,
                    matured);
            PostingResult first = ledger.earn(request);
            assertThat(ledger.earn(request).repeated).as("again").isTrue();
            return both(
                first.posted, naive.earn(points, matured ? now : matures, expires, matured));
          }
        case 2:
          return lots == 0
              ? both(true, true)
              : both(ledger.mature(account, lot).posted, naive.mature(lot, now));
        case 3:
          return lots == 0
              ? both(true, true)
              : both(ledger.expire(account, lot).posted, naive.expire(lot, now));
        case 4:
        case 5:
          {
            long points = 1 + random.nextInt(400);
            holds.add(key);
            holdOwners.add(number);
            return both(
                ledger.reserve(account, key, points, i, now.plusSeconds(900)).posted,
                naive.reserve(key, points, now));
          }
        case 6:
          return ofHold((hold, owner) -> both(ledger.capture(P, hold).posted, owner.capture(hold)));
        case 7:
          return ofHold((hold, owner) -> both(ledger.release(P, hold).posted, owner.release(hold)));
        case 8:
          {
            long points = 1 + random.nextInt(150);
            Instant grace = now.plus(Duration.ofDays(3));
            return ofHold(
                (hold, owner) ->
                    both(
                        ledger.restore(P, hold, key, points, grace).posted,
                        owner.restore(hold, points, now, grace)));
          }
        case 9:
          {
            if (lots == 0) {
              return both(true, true);
            }
            long total = random.nextInt(350);
            boolean carry = random.nextBoolean();
            ShortfallPolicy policy = carry ? ShortfallPolicy.CARRY : ShortfallPolicy.FORGIVE;
            return both(
                ledger.clawBack(account, lot, key, total, policy, "RETURNED").posted,
                naive.clawBack(lot, total, carry, now));
          }
        default:
          {
            long points = random.nextInt(200) - 120;
            if (points == 0) {
              return both(true, true);
            }
            PostingRequest request =
                new PostingRequest(Verb.ADJUST, key, 0, "GOODWILL", "admin", "");
            Instant expires = now.plus(Duration.ofDays(20));
            return both(
                ledger.adjust(account, request, points, expires).posted,
                naive.adjust(points, expires, now));
          }
      }
    }

    private boolean[] ofHold(
        java.util.function.BiFunction<String, NaiveLedger.Account, boolean[]> work) {
      if (holds.isEmpty()) {
        return both(true, true);
      }
      int at = Math.max(0, holds.size() - 1 - random.nextInt(30));
      int owner = holdOwners.get(at);
      boolean[] done = work.apply(holds.get(at), model.account(owner));
      assertThat(balance(ledger.open(P, "customer:" + owner)))
          .as("seed " + seed)
          .isEqualTo(model.account(owner).text());
      return done;
    }

    private boolean[] both(boolean real, boolean naive) {
      return new boolean[] {real, naive};
    }

    private String balance(long account) {
      return database.jdbc.queryForObject(
          "select PENDING, AVAILABLE, HELD, SHORTFALL from PP_POINTS_ACCOUNT where ACCOUNT_ID = ?",
          (row, n) ->
              row.getLong(1) + " " + row.getLong(2) + " " + row.getLong(3) + " " + row.getLong(4),
          account);
    }

    private String everything(long account) {
      return database.jdbc.queryForList(
              "select * from PP_POINTS_ACCOUNT where ACCOUNT_ID = ?", account)
          + LedgerTables.lots(database.jdbc, account);
    }

    void compareLots(int number) {
      long account = ledger.open(P, "customer:" + number);
      StringBuilder naive = new StringBuilder();
      model.account(number).lots.forEach(l -> naive.append(l.text()).append('\n'));
      assertThat(LedgerTables.lots(database.jdbc, account))
          .as("seed " + seed)
          .isEqualTo(naive.toString());
    }
  }
}
