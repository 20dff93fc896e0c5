package org.postpurchase.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;

/**
 * Eight threads move points of few accounts at once, without asking each other. Afterwards what was
 * posted is done once more by a naive ledger, account by account in the order of its postings: both
 * must end with the same lots. What was refused must have left no trace at all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class LedgerHammerContract {
  private static final int THREADS = 8;
  private static final int ACCOUNTS = 6;
  private static final int PHASES = 20;

  private CoreDatabase database;
  private final SettableClock clock = new SettableClock();

  abstract CoreDatabase shared();

  abstract int operations();

  @BeforeAll
  void open() {
    database = shared();
    LedgerTables.empty(database.jdbc);
  }

  /** A movement that was posted, and how a naive ledger does it. */
  private record Done(long account, long postingNo, Replay replay) {}

  private interface Replay {
    boolean on(NaiveLedger.Account account);
  }

  @Test
  void what_eight_threads_post_is_what_one_naive_ledger_posts_in_the_same_order() throws Exception {
    long seed = Seed.drawn();
    Queue<Done> done = new ConcurrentLinkedQueue<>();
    PointsLedger ledger = new PointsLedger(database.ledger(), database.transactions, clock);
    List<Long> accounts = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS; i++) {
      accounts.add(ledger.open("main", "customer:" + i));
    }
    int each = Integer.getInteger("pp.ledger.operations", operations()) / THREADS / PHASES;
    for (int phase = 0; phase < PHASES; phase++) {
      int number = phase;
      Together.run(
          THREADS,
          thread ->
              () -> {
                Random random = new Random(seed * 1_000 + number * 10 + thread);
                for (int i = 0; i < each; i++) {
                  int owner = random.nextInt(ACCOUNTS);
                  String key = number + "-" + thread + "-" + i;
                  act(ledger, random, owner, accounts.get(owner), key, done);
                }
                return true;
              });
      clock.advance(Duration.ofHours(30));
    }
    assertThat(LedgerTables.violations(database.jdbc)).as("seed " + seed).isEmpty();
    compare(accounts, done, seed);
  }

  private void act(
      PointsLedger ledger, Random random, int owner, long account, String key, Queue<Done> done) {
    Instant now = clock.instant();
    Instant soon = now.plus(Duration.ofHours(random.nextInt(100)));
    int lot = 1 + random.nextInt(40);
    long points = 1 + random.nextInt(120);
    String hold =
        (random.nextInt(PHASES) + "-" + random.nextInt(THREADS) + "-" + random.nextInt(9));
    switch (random.nextInt(9)) {
      case 0:
      case 1:
        EarnRequest request =
            new EarnRequest(
                "main",
                "customer:" + owner,
                "e" + key,
                points,
                LotCause.of("SPEND"),
                soon,
                soon.plus(Duration.ofHours(60)),
                points % 2 == 0);
        note(
            done,
            ledger.earn(request),
            a ->
                a.earn(
                    points,
                    points % 2 == 0 ? now : soon,
                    soon.plus(Duration.ofHours(60)),
                    points % 2 == 0));
        break;
      case 2:
        note(done, ledger.mature(account, lot), a -> a.mature(lot, now));
        break;
      case 3:
        note(done, ledger.expire(account, lot), a -> a.expire(lot, now));
        break;
      case 4:
        note(
            done,
            ledger.reserve(account, key, points, 1, now.plusSeconds(60)),
            a -> a.reserve(key, points, now));
        break;
      case 5:
        note(done, ledger.capture("main", hold), a -> a.capture(hold));
        break;
      case 6:
        note(done, ledger.release("main", hold), a -> a.release(hold));
        break;
      case 7:
        boolean carry = random.nextBoolean();
        ShortfallPolicy policy = carry ? ShortfallPolicy.CARRY : ShortfallPolicy.FORGIVE;
        note(
            done,
            ledger.clawBack(account, lot, "c" + key, points, policy, "RETURNED"),
            a -> a.clawBack(lot, points, carry, now));
        break;
      default:
        Instant grace = now.plus(Duration.ofDays(3));
        note(
            done,
            ledger.restore("main", hold, "r" + key, points, grace),
            a -> a.restore(hold, points, now, grace));
    }
  }

  private static void note(Queue<Done> done, PostingResult result, Replay replay) {
    if (result.posted) {
      done.add(new Done(result.accountId, result.postingNo, replay));
    }
  }

  private void compare(List<Long> accounts, Queue<Done> done, long seed) {
    Map<Long, List<Done>> byAccount = new TreeMap<>();
    done.forEach(d -> byAccount.computeIfAbsent(d.account, a -> new ArrayList<>()).add(d));
    assertThat(byAccount.keySet()).containsExactlyInAnyOrderElementsOf(accounts);
    byAccount.forEach(
        (account, postings) -> {
          NaiveLedger.Account naive = new NaiveLedger().account(0);
          postings.sort(Comparator.comparing(Done::postingNo));
          long expected = 1;
          for (Done posting : postings) {
            String what = "seed " + seed + " account " + account + " posting " + expected;
            assertThat(posting.postingNo).as(what).isEqualTo(expected++);
            assertThat(posting.replay.on(naive)).as(what).isTrue();
          }
          StringBuilder lots = new StringBuilder();
          naive.lots.forEach(l -> lots.append(l.text()).append('\n'));
          assertThat(LedgerTables.lots(database.jdbc, account))
              .as("seed " + seed)
              .isEqualTo(lots.toString());
        });
  }
}
