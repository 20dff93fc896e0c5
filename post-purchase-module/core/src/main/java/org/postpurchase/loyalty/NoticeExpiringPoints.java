package org.postpurchase.loyalty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.postpurchase.ledger.ExpiringPoints;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.PointsAccount;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices points of members that will expire, and tells whoever wants to know.
 *
 * <p>One transaction for each account and expiry, with the account locked: it is told and noted
 * that it was, or neither. Several nodes may do it at once, and a crash loses nothing. A look that
 * finds nothing is one statement; whether anybody wants to know is asked again every 15 seconds.
 */
public final class NoticeExpiringPoints implements DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeExpiringPoints.class);
  private static final int BATCH = 200;
  private static final Duration ASK_AFTER = Duration.ofSeconds(15);

  /** So that no change of clocks makes a notice late. */
  private static final Duration EARLY = Duration.ofDays(1);

  private final LedgerStore store;
  private final ExpiringPoints expiring;
  private final ExpiryAudience audience;
  private final Transactions transactions;
  private final Clock clock;

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
    Instant until = now.plus(wanted.ahead).plus(EARLY);
    int told = 0;
    if (!wanted.since.equals(wentBackFor)) {
      told +=
          all(after -> expiring.noticedBefore(wanted.since, after, now, until, BATCH), wanted, now);
      wentBackFor = wanted.since;
    }
    return told + all(after -> expiring.unnoticed(after, now, until, BATCH), wanted, now);
  }

  private int all(
      Function<ExpiringPoints.Due, List<ExpiringPoints.Due>> pages,
      ExpiryAudience.Wish wanted,
      Instant now) {
    int told = 0;
    ExpiringPoints.Due after = ExpiringPoints.Due.START;
    List<ExpiringPoints.Due> page;
    do {
      ExpiringPoints.Due last = after;
      page = transactions.call(() -> pages.apply(last));
      for (ExpiringPoints.Due due : page) {
        told += one(due, wanted, now) ? 1 : 0;
        after = due;
      }
    } while (page.size() == BATCH && !Thread.currentThread().isInterrupted());
    return told;
  }

  private boolean one(ExpiringPoints.Due due, ExpiryAudience.Wish wanted, Instant now) {
    try {
      return transactions.call(() -> tell(due, wanted, now));
    } catch (RuntimeException e) { // one bad account never keeps the others waiting
      LOG.warn("expiring points not noticed account={} reason={}", due.accountId, Reasons.of(e));
      return false;
    }
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
        .flatMap(
            wanted ->
                transactions
                    .call(() -> expiring.firstUnnoticed(now))
                    .map(expiry -> expiry.minus(wanted.ahead).minus(EARLY)));
  }
}
