package org.postpurchase.tier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.ledger.LedgerSets;
import org.postpurchase.ledger.PointsAccount;
import org.postpurchase.ledger.PointsLot;

/**
 * Looks at accounts again and saves where their owners stand: everything is read and written for
 * all of them at once, in the caller's transaction, under the locks of their accounts. Doing it
 * again changes nothing.
 */
final class KeepStandings {
  private static final Duration FROZEN_WAITS = Duration.ofDays(1);

  private final StandingStore standings;
  private final KeepTiers.PointsSources points;
  private final TierListener listener;
  private final Clock clock;

  KeepStandings(
      StandingStore standings, KeepTiers.PointsSources points, TierListener listener, Clock clock) {
    this.standings = standings;
    this.points = points;
    this.listener = listener;
    this.clock = clock;
  }

  /** Looks at one account, whatever was said of it before. */
  void keep(TierPolicy policy, long accountId) {
    Set<Long> one = Collections.singleton(accountId);
    Look look = new Look(policy);
    look.at(one, points.store.sets().lock(one), false);
  }

  /**
   * Looks at those of the accounts that need it still and that nobody else has locked.
   *
   * @return how many were looked at
   */
  int keepFree(TierPolicy policy, Collection<Long> accountIds) {
    LedgerSets sets = points.store.sets();
    List<PointsAccount> locked = sets.lockFree(accountIds);
    Set<Long> mine = locked.stream().map(a -> a.accountId).collect(Collectors.toSet());
    if (mine.size() < accountIds.size()) {
      Set<Long> gone = new HashSet<>(accountIds);
      gone.removeAll(sets.existing(accountIds));
      mine.addAll(gone);
    }
    return new Look(policy).at(mine, locked, true);
  }

  private final class Look {
    private final TierPolicy policy;
    private final String fingerprint;
    private final Instant now = Instant.ofEpochMilli(clock.millis());

    /** Entry points are looked at, too, as of the moment when they were given. */
    private final Instant window;

    private final List<Standing> before = new ArrayList<>();
    private final List<Standing> after = new ArrayList<>();
    private final List<TierChange> changes = new ArrayList<>();
    private final List<Runnable> told = new ArrayList<>();

    Look(TierPolicy policy) {
      this.policy = policy;
      this.fingerprint = policy.fingerprint();
      this.window = policy.countsAfter(policy.countsAfter(now));
    }

    int at(Set<Long> accountIds, List<PointsAccount> locked, boolean onlyDue) {
      Map<Long, PointsAccount> accounts = new HashMap<>();
      locked.forEach(account -> accounts.put(account.accountId, account));
      List<Standing> due =
          standings.find(accountIds).stream()
              .filter(standing -> !onlyDue || isDue(standing))
              .collect(Collectors.toList());
      List<PointsAccount> moving = new ArrayList<>();
      for (Standing standing : due) {
        PointsAccount account = accounts.get(standing.accountId);
        if (account != null && isMember(account) && !account.frozen) {
          moving.add(account);
        }
      }
      Map<Long, List<PointsLot>> lots = points.store.sets().maturingAfter(ids(moving), window);
      Map<String, List<QualifyingSpend>> spend =
          policy.basis == TierPolicy.Basis.SPEND
              ? points.spend.of(
                  moving.stream().map(a -> a.ownerKey).collect(Collectors.toSet()),
                  policy.currency.getCurrencyCode(),
                  window)
              : Collections.emptyMap();
      for (Standing standing : due) {
        PointsAccount account = accounts.get(standing.accountId);
        if (account == null || !isMember(account)) {
          change(standing, rested(standing, null));
        } else if (account.frozen) {
          change(standing, rested(standing, now.plus(FROZEN_WAITS)));
        } else {
          hold(
              standing,
              account.ownerKey,
              new Gathered(
                  policy,
                  lots.getOrDefault(account.accountId, Collections.emptyList()),
                  spend.getOrDefault(account.ownerKey, Collections.emptyList())));
        }
      }
      standings.save(before, after);
      standings.add(changes);
      told.forEach(Runnable::run);
      return due.size();
    }

    private boolean isDue(Standing standing) {
      return !standing.fingerprint.equals(fingerprint)
          || (standing.dueAt != null && !standing.dueAt.isAfter(now));
    }

    private boolean isMember(PointsAccount account) {
      return account.mergedInto() == 0
          && account.programme.equals(policy.programme)
          && points.isMember.test(account.ownerKey);
    }

    private Set<Long> ids(List<PointsAccount> accounts) {
      return accounts.stream().map(a -> a.accountId).collect(Collectors.toSet());
    }

    private void hold(Standing standing, String ownerKey, Gathered all) {
      ClimbLadder.Outcome outcome = ClimbLadder.of(policy, ownerKey, standing, all.at(now), now);
      change(standing, outcome.standing);
      for (TierChange each : outcome.changes) {
        changes.add(each);
        told.add(() -> listener.changed(policy, each));
      }
      for (PointsLot entryPoints : all.unearnedEntryPoints(now)) {
        told.add(() -> listener.unearned(policy, entryPoints));
      }
      for (PointsLot entryPoints : all.earnedAgain(now, outcome)) {
        told.add(() -> listener.earnedAgain(policy, entryPoints));
      }
    }

    private void change(Standing was, Standing is) {
      before.add(was);
      after.add(is);
    }

    private Standing rested(Standing s, Instant dueAt) {
      return new Standing(
          s.accountId,
          s.tierKey,
          s.since,
          s.ascents,
          s.qualified,
          s.graceUntil,
          fingerprint,
          dueAt,
          s.edition + 1);
    }
  }
}
