package org.postpurchase.loyalty;

import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.ledger.ExpiringPoints;
import org.postpurchase.ledger.LedgerSets;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.PointsAccount;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.WorkInSets;

/**
 * Notices points of members that will expire, and tells whoever wants to know.
 *
 * <p>One transaction for a set of accounts and expiries, with the accounts locked: they are told
 * and noted that they were, or neither. Several nodes share the work, since a set leaves out
 * accounts that somebody else has locked, and a crash loses nothing. A look that finds nothing is
 * one statement; whether anybody wants to know is asked again every 15 seconds. A notice that fails
 * rests longer each time and is blocked at last.
 */
public final class NoticeExpiringPoints implements Upkeep {
  private static final int BATCH = 500;
  private static final Duration ASK_AFTER = Duration.ofSeconds(15);

  /** So that no change of clocks makes a notice late. */
  private static final Duration EARLY = Duration.ofDays(1);

  private final LedgerStore store;
  private final ExpiringPoints expiring;
  private final ExpiryAudience audience;
  private final Transactions transactions;
  private final Clock clock;
  private volatile WorkFailures failures;

  private Optional<ExpiryAudience.Wish> wish = Optional.empty();
  private Instant askedAt = Instant.EPOCH;
  private Instant wentBackFor = Instant.EPOCH;

  public NoticeExpiringPoints(
      LedgerStore store,
      ExpiringPoints expiring,
      ExpiryAudience audience,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.expiring = expiring;
    this.audience = audience;
    this.transactions = transactions;
    this.clock = clock;
    failures = WorkFailures.inMemory(transactions, clock);
  }

  /** Keeps what fails there. */
  public NoticeExpiringPoints keeping(WorkFailures kept) {
    failures = kept;
    return this;
  }

  @Override
  public String name() {
    return "expiring-points";
  }

  @Override
  public synchronized int runDue() {
    Instant now = clock.instant();
    ExpiryAudience.Wish wanted = wish(now).orElse(null);
    if (wanted == null) {
      return 0;
    }
    int told = 0;
    if (!wanted.since.equals(wentBackFor)) {
      Instant until = until(wanted, now);
      told +=
          work(
                  "expiring-points-again",
                  (after, limit) ->
                      expiring.noticedBefore(wanted.since, from(after), now, until, limit),
                  wanted,
                  now)
              .run(failures, BATCH);
      wentBackFor = wanted.since;
    }
    return told + first(wanted, now).run(failures, BATCH);
  }

  private WorkInSets<ExpiringPoints.Due> first(ExpiryAudience.Wish wanted, Instant now) {
    return work(
        "expiring-points",
        (after, limit) -> expiring.unnoticed(from(after), now, until(wanted, now), limit),
        wanted,
        now);
  }

  private WorkInSets<ExpiringPoints.Due> work(
      String name,
      WorkInSets.Pages<ExpiringPoints.Due> pages,
      ExpiryAudience.Wish wanted,
      Instant now) {
    return WorkInSets.of(
        name,
        pages,
        NoticeExpiringPoints::key,
        due -> {
          List<ExpiringPoints.Due> one = Collections.singletonList(due);
          return transactions.call(() -> tell(one, accounts(one, false), wanted, now)) > 0;
        },
        all -> transactions.call(() -> tell(all, accounts(all, true), wanted, now)));
  }

  private static ExpiringPoints.Due from(ExpiringPoints.Due after) {
    return after == null ? ExpiringPoints.Due.START : after;
  }

  private static Instant until(ExpiryAudience.Wish wanted, Instant now) {
    return now.plus(wanted.ahead).plus(EARLY);
  }

  /** Locks them; leaves out, on request, those that somebody else has locked. */
  private Map<Long, PointsAccount> accounts(List<ExpiringPoints.Due> all, boolean free) {
    Set<Long> ids = all.stream().map(due -> due.accountId).collect(Collectors.toSet());
    LedgerSets sets = store.sets();
    return (free ? sets.lockFree(ids) : sets.lock(ids))
        .stream().collect(Collectors.toMap(account -> account.accountId, account -> account));
  }

  private int tell(
      List<ExpiringPoints.Due> all,
      Map<Long, PointsAccount> accounts,
      ExpiryAudience.Wish wanted,
      Instant now) {
    List<ExpiringPoints.Due> mine =
        all.stream().filter(due -> accounts.containsKey(due.accountId)).collect(toList());
    List<ExpiringPoints.Due> noticed = expiring.notice(mine, wanted.since, now);
    List<ExpiryAudience.Notice> notices = new ArrayList<>();
    for (ExpiringPoints.Due due : noticed) {
      long customerId = Owners.customerId(accounts.get(due.accountId).ownerKey);
      if (customerId > 0) { // nobody can be told of points that wait with a guest's order
        notices.add(new ExpiryAudience.Notice(customerId, key(due), due.expiresAt));
      }
    }
    if (!notices.isEmpty()) {
      audience.told(notices, now);
    }
    return noticed.size();
  }

  /** The same for all points of an account that expire at one moment. */
  static String key(ExpiringPoints.Due due) {
    return "points:" + due.accountId + ":" + due.expiresAt.getEpochSecond();
  }

  private Optional<ExpiryAudience.Wish> wish(Instant now) {
    if (!now.isBefore(askedAt.plus(ASK_AFTER)) || now.isBefore(askedAt)) {
      wish = transactions.call(audience::wish);
      askedAt = now;
    }
    return wish;
  }

  @Override
  public synchronized Optional<Instant> nextDueAt() {
    Instant now = clock.instant();
    return wish(now)
        .flatMap(
            wanted -> failures.next(first(wanted, now).single(), BATCH, at -> later(wanted, at)));
  }

  private Optional<Instant> later(ExpiryAudience.Wish wanted, Instant now) {
    return expiring
        .firstUnnoticed(until(wanted, now))
        .map(expiry -> expiry.minus(wanted.ahead).minus(EARLY));
  }
}
