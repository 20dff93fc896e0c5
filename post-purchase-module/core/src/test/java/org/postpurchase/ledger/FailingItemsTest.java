package org.postpurchase.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.ledger.jdbc.LedgerJdbcModule;
import org.postpurchase.loyalty.ExpiryAudience;
import org.postpurchase.loyalty.NoticeExpiringPoints;
import org.postpurchase.loyalty.SettleHolds;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.WorkFailure;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.jdbc.JdbcWorkFailures;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.tier.KeepTiers;
import org.postpurchase.tier.jdbc.TierJdbcModule;

/** What all work on accounts does about items that always fail. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FailingItemsTest {
  private static final int BAD = 230;
  private static final int GOOD = 20;

  private final Set<Long> broken = new TreeSet<>();
  private final CoreDatabase database = Databases.hsqldb();
  private LoyaltyWorld world;
  private JdbcWorkFailures rows;
  private WorkFailures failures;
  private LedgerStore store;

  @BeforeEach
  void open() {
    database.jdbc.update("delete from PP_WORK_FAILURE");
    world = new LoyaltyWorld(database);
    world.tiers.add(LoyaltyWorld.tier("silver", 1, 0, 0));
    rows = new JdbcWorkFailures(database.jdbc, database.inserts);
    failures = new WorkFailures(rows, WorkFailures.policy(), database.transactions, world.clock);
    broken.clear();
    store = refusing(LedgerStore.class, database.ledger());
  }

  /** Cannot read accounts that are broken, whether one or many are asked for. */
  private <T> T refusing(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              if (args != null && args[0] instanceof Long) {
                refuse((Long) args[0]);
              }
              if (args != null && args[0] instanceof Collection) {
                ((Collection<?>) args[0])
                    .stream().filter(Long.class::isInstance).forEach(id -> refuse((Long) id));
              }
              try {
                Object answer = method.invoke(real, args);
                if (answer instanceof LedgerSnapshot) {
                  ((LedgerSnapshot) answer).account.ifPresent(account -> refuse(account.accountId));
                }
                return answer instanceof LedgerSets
                    ? refusing(LedgerSets.class, (LedgerSets) answer)
                    : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"points", "tiers", "expiring-points", "holds"})
  void many_that_always_fail_starve_nobody_rest_longer_are_blocked_and_done_once_unblocked(
      String name) {
    DueWork work = work(name);
    give(name);

    work.runDue();
    assertThat(rows.of(name)).as("the good ones are done").hasSize(BAD);
    assertThat(work.runDue()).as("the bad ones rest").isZero();
    assertThat(rows.of(name)).allMatch(f -> f.attempts == 1);

    Instant began = world.clock.instant();
    Duration last = Duration.ZERO;
    for (int attempts = 2; attempts <= 10; attempts++) {
      Instant next = rows.of(name).stream().map(f -> f.nextAt).max(Instant::compareTo).get();
      Duration rest = Duration.between(world.clock.instant(), next);
      assertThat(rest).as("rest before attempt " + attempts).isGreaterThan(last.dividedBy(2));
      last = rest;
      world.clock.set(next);
      work.runDue();
      int tried = attempts;
      assertThat(rows.of(name)).hasSize(BAD).allMatch(f -> f.attempts == tried);
    }
    assertThat(Duration.between(began, world.clock.instant())).isGreaterThan(Duration.ofHours(2));
    assertThat(rows.count(true)).isEqualTo(BAD);
    WorkFailure one = rows.list(true, 1, 0).get(0);
    assertThat(one.reason).contains("cannot be read");

    broken.clear();
    assertThat(work.runDue()).as("blocked ones wait for a person").isZero();
    assertThat(rows.unblock(name, one.item, world.clock.instant())).isTrue();
    assertThat(rows.unblock(name, one.item, world.clock.instant())).isFalse();
    assertThat(work.runDue()).isPositive();
    assertThat(rows.of(name)).hasSize(BAD - 1);
    assertThat(rows.unblockAll(world.clock.instant())).isEqualTo(BAD - 1);
    work.runDue();
    assertThat(rows.of(name)).isEmpty();
  }

  private void refuse(long account) {
    if (broken.contains(account)) {
      throw new IllegalStateException("account " + account + " cannot be read");
    }
  }

  private DueWork work(String name) {
    LedgerViews views = LedgerJdbcModule.views(database.jdbc);
    PointsLedger ledger = new PointsLedger(store, database.transactions, world.clock);
    switch (name) {
      case "points":
        SweepLots sweep = new SweepLots(store, ledger, database.transactions, world.clock);
        sweep.keeping(failures);
        return sweep;
      case "holds":
        SettleHolds holds =
            new SettleHolds(views, ledger, world.orders, database.transactions, world.clock);
        holds.keeping(failures);
        return holds;
      case "expiring-points":
        ExpiryAudience audience = new Listener(world.clock.instant());
        return new NoticeExpiringPoints(
                store, database.expiringPoints(), audience, database.transactions, world.clock)
            .keeping(failures);
      default:
        KeepTiers tiers =
            new KeepTiers(
                world::policy,
                TierJdbcModule.standings(database.jdbc, database.inserts),
                new KeepTiers.PointsSources(store, views, owner -> true),
                (policy, change) -> {},
                database.transactions,
                world.clock);
        tiers.runDue(); // the pass over the whole ladder, so that only what is due is left
        tiers.keeping(failures);
        return tiers;
    }
  }

  private void give(String name) {
    Instant now = world.clock.instant();
    PointsLedger ledger = world.engine.ledger();
    for (int i = 1; i <= BAD + GOOD; i++) {
      boolean pending = name.equals("points");
      EarnRequest points =
          new EarnRequest(
              "main",
              "customer:" + i,
              "test:" + i,
              100,
              LotCause.of("SPEND"),
              now,
              pending ? null : now.plus(Duration.ofDays(20)),
              !pending);
      long account = ledger.earn(points).accountId;
      if (name.equals("holds")) {
        ledger.reserve(account, "hold:" + i, 10, i, now);
      }
      if (i <= BAD) {
        broken.add(account);
      }
    }
  }

  /** Somebody who wants to know. */
  private static final class Listener implements ExpiryAudience {
    private final Instant since;

    Listener(Instant since) {
      this.since = since;
    }

    @Override
    public Optional<Wish> wish() {
      return Optional.of(new Wish(Duration.ofDays(30), since));
    }

    @Override
    public void told(long customerId, String key, Instant expiresAt, Instant now) {}
  }
}
