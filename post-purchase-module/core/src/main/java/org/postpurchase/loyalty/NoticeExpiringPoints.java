package org.postpurchase.loyalty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postpurchase.ledger.ExpiringPoints;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.PointsAccount;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.WorkFailures;

/**
 * Notices points of members that will expire, and tells whoever wants to know.
 *
 * <p>One transaction for each account and expiry, with the account locked: it is told and noted
 * that it was, or neither. Several nodes may do it at once, and a crash loses nothing. A look that
 * finds nothing is one statement; whether anybody wants to know is asked again every 15 seconds. A
 * notice that fails rests longer each time and is blocked at last.
 */
public final class NoticeExpiringPoints implements DueWork {
  private static final int BATCH = 200;
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
  public boolean isUpkeep() {
    return true;
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
      WorkFailures.Work<ExpiringPoints.Due> again =
          WorkFailures.Work.of(
              "expiring-points-again",
              limit ->
                  expiring.noticedBefore(wanted.since, ExpiringPoints.Due.START, now, until, limit),
              NoticeExpiringPoints::key,
              due -> transactions.call(() -> tell(due, wanted, now)));
      told += failures.run(again, BATCH);
      wentBackFor = wanted.since;
    }
    return told + failures.run(first(wanted, now), BATCH);
  }

  private WorkFailures.Work<ExpiringPoints.Due> first(ExpiryAudience.Wish wanted, Instant now) {
    return WorkFailures.Work.of(
        "expiring-points",
        limit -> expiring.unnoticed(ExpiringPoints.Due.START, now, until(wanted, now), limit),
        NoticeExpiringPoints::key,
        due -> transactions.call(() -> tell(due, wanted, now)));
  }

  private static Instant until(ExpiryAudience.Wish wanted, Instant now) {
    return now.plus(wanted.ahead).plus(EARLY);
  }

  private boolean tell(ExpiringPoints.Due due, ExpiryAudience.Wish wanted, Instant now) {
    Optional<PointsAccount> account = store.lock(due.accountId);
    if (!account.isPresent() || !expiring.notice(due, wanted.since, now)) {
      return false;
    }
    long customerId = Owners.customerId(account.get().ownerKey);
    if (customerId > 0) { // nobody can be told of points that wait with a guest's order
      audience.told(customerId, key(due), due.expiresAt, now);
    }
    return true;
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
        .flatMap(wanted -> failures.next(first(wanted, now), BATCH, at -> later(wanted, at)));
  }

  private Optional<Instant> later(ExpiryAudience.Wish wanted, Instant now) {
    return expiring
        .firstUnnoticed(until(wanted, now))
        .map(expiry -> expiry.minus(wanted.ahead).minus(EARLY));
  }
}
