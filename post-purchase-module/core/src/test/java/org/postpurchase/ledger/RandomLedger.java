package org.postpurchase.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SettableClock;

/** Lets all verbs happen to some accounts, in an order that follows from a seed. */
final class RandomLedger {
  static final String P = "main";

  final List<Long> accounts = new ArrayList<>();
  final PointsLedger ledger;
  private final SettableClock clock;
  private final Random random;
  private final String prefix;
  private final List<String> holds = new ArrayList<>();

  RandomLedger(CoreDatabase database, SettableClock clock, int count, long seed) {
    this.ledger = new PointsLedger(database.ledger(), database.transactions, clock);
    this.clock = clock;
    this.random = new Random(seed);
    this.prefix = "r" + seed + "-";
    for (int i = 0; i < count; i++) {
      accounts.add(ledger.open(P, prefix + i));
    }
  }

  void move(int operations) {
    for (int i = 0; i < operations; i++) {
      step(prefix + i);
      if (random.nextInt(20) == 0) {
        clock.advance(Duration.ofHours(random.nextInt(48)));
      }
    }
  }

  private void step(String key) {
    Instant now = clock.instant();
    int number = random.nextInt(accounts.size());
    long account = accounts.get(number);
    int lot = 1 + random.nextInt(6);
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> {
        boolean matured = random.nextBoolean();
        Instant matures = now.plus(Duration.ofHours(random.nextInt(40)));
        Instant expires = random.nextBoolean() ? null : matures.plus(Duration.ofHours(90));
        long points = 1 + random.nextInt(300);
        LotCause cause = LotCause.of("SPEND");
        ledger.earn(
            new EarnRequest(P, prefix + number, key, points, cause, matures, expires, matured));
      }
      case 3 -> ledger.mature(account, lot);
      case 4 -> ledger.expire(account, lot);
      case 5, 6 -> {
        holds.add(key);
        ledger.reserve(account, key, 1 + random.nextInt(200), 7, now.plusSeconds(900));
      }
      case 7 -> ofHold(hold -> ledger.capture(P, hold));
      case 8 -> ofHold(hold -> ledger.release(P, hold));
      case 9 ->
          ofHold(hold -> ledger.restore(P, hold, key, 1 + random.nextInt(80), now.plusSeconds(90)));
      case 10 -> {
        ShortfallPolicy policy =
            random.nextBoolean() ? ShortfallPolicy.CARRY : ShortfallPolicy.FORGIVE;
        ledger.clawBack(account, lot, key, random.nextInt(300), policy, "RETURNED");
      }
      default -> {
        long other = accounts.get(random.nextInt(accounts.size()));
        if (random.nextInt(4) > 0 || other == account) {
          long points = random.nextInt(200) - 80L;
          PostingRequest why = new PostingRequest(Verb.ADJUST, key, 0, "GOODWILL", "ann", "b1");
          ledger.adjust(account, why, points == 0 ? 1 : points, now.plus(Duration.ofDays(9)));
        } else if (random.nextBoolean()) {
          ledger.merge(account, other, key, "MERGED");
        } else {
          ledger.split(account, key, "SPLIT");
        }
      }
    }
  }

  private void ofHold(java.util.function.Consumer<String> work) {
    if (!holds.isEmpty()) {
      work.accept(holds.get(Math.max(0, holds.size() - 1 - random.nextInt(8))));
    }
  }

  /** An account with a matured lot, a captured hold and an open one, made for the purpose. */
  long ordinary(String name) {
    Instant now = clock.instant();
    earn(name, name + "-1", 100);
    earn(name, name + "-2", 40);
    long account = ledger.open(P, name);
    ledger.reserve(account, name + "-h1", 30, 7, now.plusSeconds(900));
    ledger.capture(P, name + "-h1");
    ledger.reserve(account, name + "-h2", 10, 8, now.plusSeconds(900));
    return account;
  }

  PostingResult earn(String owner, String key, long points) {
    return ledger.earn(
        new EarnRequest(P, owner, key, points, LotCause.of("SPEND"), null, null, true));
  }
}
