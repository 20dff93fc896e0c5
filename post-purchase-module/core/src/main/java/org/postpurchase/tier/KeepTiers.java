package org.postpurchase.tier;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.ledger.PostingListener;
import org.postpurchase.ledger.Verb;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.WorkInSets;

/**
 * Keeps standings true: looks at an account again soon after its points moved, when something stops
 * counting, when a grace ends, and when the merchant changed the ladder.
 *
 * <p>A set of accounts is one transaction under their locks, and a crash leaves their standings as
 * they were. Several nodes share the work: a set leaves out accounts that somebody else has locked.
 * Doing it again changes nothing. Accounts of guests' orders have no standing until a customer
 * claims them. An account that fails rests longer each time and is blocked at last.
 */
public final class KeepTiers implements Upkeep, PostingListener {
  private static final Set<Verb> MOVES_TIERS =
      EnumSet.of(Verb.EARN, Verb.MATURE, Verb.CLAW_BACK, Verb.MOVE_IN, Verb.MOVE_OUT);
  private static final int BATCH = 500;

  private final TierReader reader;
  private final StandingStore standings;
  private final KeepStandings keep;
  private final Transactions transactions;
  private final Clock clock;
  private volatile String lastPass = "";
  private volatile WorkFailures failures;

  /** The ledger as far as tiers look at it. */
  public static final class PointsSources {
    final LedgerStore store;
    final LedgerViews views;
    final SpendReader spend;
    final Predicate<String> isMember;

    /**
     * @param isMember whether an owner's key is that of somebody who can have a tier
     */
    public PointsSources(LedgerStore store, LedgerViews views, Predicate<String> isMember) {
      this(store, views, SpendReader.NONE, isMember);
    }

    /**
     * @param spend what members paid, for tiers measured in money
     * @param isMember whether an owner's key is that of somebody who can have a tier
     */
    public PointsSources(
        LedgerStore store, LedgerViews views, SpendReader spend, Predicate<String> isMember) {
      this.spend = spend;
      this.store = store;
      this.views = views;
      this.isMember = isMember;
    }
  }

  public KeepTiers(
      TierReader reader,
      StandingStore standings,
      PointsSources points,
      TierListener listener,
      Transactions transactions,
      Clock clock) {
    this.reader = reader;
    this.standings = standings;
    this.keep = new KeepStandings(standings, points, listener, clock);
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

  /** The same for many movements with one statement. */
  @Override
  public void posted(List<PointsPosting> postings) {
    TreeSet<Long> moved = new TreeSet<>();
    for (PointsPosting posting : postings) {
      if (posting.postingNo == 1 || MOVES_TIERS.contains(posting.verb)) {
        moved.add(posting.accountId);
      }
    }
    standings.touch(moved, Instant.ofEpochMilli(clock.millis()));
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
    return holdAgainst(policy.get()) + due(policy.get()).run(failures, BATCH);
  }

  /** After a change of the ladder, and after a start, everybody once. */
  private int holdAgainst(TierPolicy policy) {
    String fingerprint = policy.fingerprint();
    if (fingerprint.equals(lastPass)) {
      return 0;
    }
    WorkInSets.Pages<StandingStore.Due> others =
        (after, limit) ->
            standings.heldAgainstOthers(fingerprint, after == null ? 0 : after.accountId, limit);
    int done = work("tier-ladder", policy, others).run(failures, BATCH);
    boolean all = transactions.call(() -> others.due(null, 1)).isEmpty();
    lastPass = all ? fingerprint : "";
    return done;
  }

  private WorkInSets<StandingStore.Due> due(TierPolicy policy) {
    return work("tiers", policy, (after, limit) -> standings.due(clock.instant(), after, limit));
  }

  private WorkInSets<StandingStore.Due> work(
      String name, TierPolicy policy, WorkInSets.Pages<StandingStore.Due> pages) {
    return WorkInSets.of(
        name,
        pages,
        due -> "account " + due.accountId,
        due -> {
          transactions.run(() -> keep.keep(policy, due.accountId));
          return true;
        },
        all ->
            transactions.call(
                () ->
                    keep.keepFree(
                        policy,
                        all.stream().map(due -> due.accountId).collect(Collectors.toList()))));
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return transactions
        .call(reader::policy)
        .flatMap(policy -> failures.next(due(policy).single(), BATCH, standings::nextDueAfter));
  }
}
