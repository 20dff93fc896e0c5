package org.postpurchase.tier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsAccount;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.ledger.PostingListener;
import org.postpurchase.ledger.Verb;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.WorkFailures;

/**
 * Keeps standings true: looks at an account again soon after its points moved, when something stops
 * counting, when a grace ends, and when the merchant changed the ladder.
 *
 * <p>One account is one transaction under that account's lock, so several nodes may do it at once
 * and a crash leaves a standing as it was. Doing it again changes nothing. Accounts of guests'
 * orders have no standing until a customer claims them. An account that fails rests longer each
 * time and is blocked at last.
 */
public final class KeepTiers implements DueWork, PostingListener {
  private static final Set<Verb> MOVES_TIERS =
      EnumSet.of(Verb.EARN, Verb.MATURE, Verb.CLAW_BACK, Verb.MOVE_IN, Verb.MOVE_OUT);
  private static final int BATCH = 200;
  private static final Duration FROZEN_WAITS = Duration.ofDays(1);

  private final TierReader reader;
  private final StandingStore standings;
  private final Books books;
  private final TierListener listener;
  private final Transactions transactions;
  private final Clock clock;
  private volatile String lastPass = "";
  private volatile WorkFailures failures;

  /** The ledger as far as tiers look at it. */
  public static final class Books {
    final LedgerStore store;
    final LedgerViews views;
    final Predicate<String> isMember;

    /**
     * @param isMember whether an owner's key is that of somebody who can have a tier
     */
    public Books(LedgerStore store, LedgerViews views, Predicate<String> isMember) {
      this.store = store;
      this.views = views;
      this.isMember = isMember;
    }
  }

  public KeepTiers(
      TierReader reader,
      StandingStore standings,
      Books books,
      TierListener listener,
      Transactions transactions,
      Clock clock) {
    this.reader = reader;
    this.standings = standings;
    this.books = books;
    this.listener = listener;
    this.transactions = transactions;
    this.clock = clock;
    failures = WorkFailures.inMemory(transactions, clock);
  }

  /** Keeps what fails there. */
  public void keeping(WorkFailures kept) {
    failures = kept;
  }

  @Override
  public String name() {
    return "tiers";
  }

  @Override
  public boolean isUpkeep() {
    return true;
  }

  /** What may change a standing leaves a note in the transaction that changed it. */
  @Override
  public void posted(PointsPosting posting) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    if (posting.postingNo == 1) { // MySQL locks a gap for an update that finds no row
      standings.begin(posting.accountId, now);
    } else if (MOVES_TIERS.contains(posting.verb)) {
      standings.touch(posting.accountId, now);
    }
  }

  @Override
  public int runDue() {
    Optional<TierPolicy> policy = transactions.call(reader::policy);
    if (!policy.isPresent()) {
      return 0;
    }
    return holdAgainst(policy.get()) + failures.run(due(policy.get()), BATCH);
  }

  /** After a change of the ladder, and after a start, everybody once. */
  private int holdAgainst(TierPolicy policy) {
    String fingerprint = policy.fingerprint();
    if (fingerprint.equals(lastPass)) {
      return 0;
    }
    int done =
        failures.run(
            WorkFailures.Work.of(
                "tier-ladder",
                limit -> standings.heldAgainstOthers(fingerprint, 0, limit),
                KeepTiers::key,
                account -> keepOne(policy, account)),
            BATCH);
    boolean all = transactions.call(() -> standings.heldAgainstOthers(fingerprint, 0, 1)).isEmpty();
    lastPass = all ? fingerprint : "";
    return done;
  }

  private WorkFailures.Work<Long> due(TierPolicy policy) {
    return WorkFailures.Work.of(
        "tiers",
        limit -> standings.due(clock.instant(), limit),
        KeepTiers::key,
        account -> keepOne(policy, account));
  }

  private static String key(long account) {
    return "account " + account;
  }

  private boolean keepOne(TierPolicy policy, long account) {
    transactions.run(() -> keep(policy, account));
    return true;
  }

  private void keep(TierPolicy policy, long accountId) {
    Optional<PointsAccount> account = books.store.lock(accountId);
    Standing before = standings.find(accountId).orElse(Standing.none(accountId));
    Instant now = Instant.ofEpochMilli(clock.millis());
    if (!account.isPresent()
        || books.store.heirOf(accountId) != 0
        || !account.get().programme.equals(policy.programme)
        || !books.isMember.test(account.get().ownerKey)) {
      save(before, rested(before, policy, null));
      return;
    }
    if (account.get().frozen) {
      save(before, rested(before, policy, now.plus(FROZEN_WAITS)));
      return;
    }
    Qualification gathered =
        Qualification.of(
            policy, books.views.lotsMaturingAfter(accountId, policy.countsAfter(now)), now);
    ClimbLadder.Outcome outcome =
        ClimbLadder.of(policy, account.get().ownerKey, before, gathered, now);
    save(before, outcome.standing);
    for (TierChange change : outcome.changes) {
      standings.add(change);
      listener.changed(policy, change);
    }
  }

  private void save(Standing before, Standing after) {
    if (!standings.save(before, after)) {
      throw new IllegalStateException(
          "The standing of account " + before.accountId + " was saved by somebody else meanwhile");
    }
  }

  private static Standing rested(Standing s, TierPolicy policy, Instant dueAt) {
    return new Standing(
        s.accountId,
        s.tierKey,
        s.since,
        s.ascents,
        s.qualified,
        s.graceUntil,
        policy.fingerprint(),
        dueAt,
        s.edition + 1);
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return transactions
        .call(reader::policy)
        .flatMap(policy -> failures.next(due(policy), BATCH, standings::nextDueAfter));
  }
}
