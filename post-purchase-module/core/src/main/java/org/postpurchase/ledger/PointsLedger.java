package org.postpurchase.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.shared.Transactions;

/**
 * The only way to move points.
 *
 * <p>Every movement is one transaction, joined to the caller's when there is one: it locks the
 * account's row, so movements of one account follow each other on any number of nodes, and those of
 * different accounts do not wait for each other. Safe to repeat: the same key with the same input
 * returns what was posted the first time, with another input it is {@link Refusal#KEY_CONFLICT}. A
 * refusal changes nothing. A crash leaves all of a movement or nothing.
 *
 * <p>Points are whole and never below zero: checked here, by the version of the account's row and
 * by the database's own constraints. Instants have milliseconds.
 */
public final class PointsLedger {
  private final Postings postings;
  private final PostTogether together;
  private final EarnPoints earn;
  private final LetTimePass time;
  private final SpendPoints spend;
  private final ClawBackPoints clawBack;
  private final AdjustPoints adjust;
  private final TransferPoints transfer;
  private final ForgivePoints forgive;

  public PointsLedger(LedgerStore store, Transactions transactions, Clock clock) {
    this(store, transactions, clock, PostingListener.NONE);
  }

  public PointsLedger(
      LedgerStore store, Transactions transactions, Clock clock, PostingListener listener) {
    this.postings = new Postings(store, transactions, clock, listener);
    this.together = new PostTogether(postings);
    this.earn = new EarnPoints(postings);
    this.time = new LetTimePass(postings);
    this.clawBack = new ClawBackPoints(postings);
    this.adjust = new AdjustPoints(postings);
    this.transfer = new TransferPoints(postings);
    this.forgive = new ForgivePoints(postings);
    this.spend = new SpendPoints(postings, transfer);
  }

  /** The account of that owner, opened if there is none. */
  public long open(String programme, String ownerKey) {
    return postings.transactions.call(
        () -> postings.store.open(programme, ownerKey, postings.now()));
  }

  /** Empty when that owner never had points. */
  public Optional<Long> find(String programme, String ownerKey) {
    return postings.transactions.call(() -> postings.store.find(programme, ownerKey));
  }

  /** Whether a movement with that key is on record. */
  public boolean isPosted(String programme, String key) {
    return postings.transactions.call(() -> postings.store.posting(programme, key).isPresent());
  }

  /** Keeps all other movements of that account waiting until the caller's transaction ends. */
  public void lock(long accountId) {
    postings.transactions.run(() -> postings.lockMergedInto(accountId));
  }

  /**
   * Locks those of the accounts that nobody else has locked, as {@link #lock} does, and returns
   * them. Where the database cannot pass over a lock it waits for it.
   */
  public Set<Long> lockFree(Collection<Long> accountIds) {
    return postings.transactions.call(
        () ->
            postings.store.sets().lockFree(accountIds).stream()
                .map(account -> account.accountId)
                .collect(Collectors.toSet()));
  }

  /** Gives points, to whoever took over the owner's account if somebody did. */
  public PostingResult earn(EarnRequest request) {
    return earn.earn(request);
  }

  /**
   * Makes many movements of any number of accounts in one transaction, joined to the caller's: the
   * rows are those of the same movements made one by one in that order. A refused one changes
   * nothing and does not stop the others; whatever throws undoes all of them. Accounts are locked
   * in ascending order; the number of statements does not depend on how many there are.
   *
   * @return what became of each, in the order of the movements
   */
  public List<PostingResult> postAll(List<Movement> movements) {
    return together.post(movements);
  }

  /** The pending points of a lot can be used from now on. */
  public PostingResult mature(long accountId, int lotNo) {
    return time.mature(accountId, lotNo);
  }

  /**
   * Gives a lot whose points are pending other times; either may be null. Returns whether it did.
   */
  public boolean schedule(long accountId, int lotNo, Instant maturesAt, Instant expiresAt) {
    return time.schedule(accountId, lotNo, maturesAt, expiresAt);
  }

  /** What is left of a lot whose time has come is lost. */
  public PostingResult expire(long accountId, int lotNo) {
    return time.expire(accountId, lotNo);
  }

  /**
   * Sets points aside for a checkout, those that expire soonest first.
   *
   * @param holdKey identifies the payment attempt, at most 160 characters
   * @param until from when on it has to be asked what became of the checkout
   */
  public PostingResult reserve(
      long accountId, String holdKey, long points, long orderId, Instant until) {
    return spend.reserve(accountId, holdKey, points, orderId, until);
  }

  /** The order was placed: the points are spent. */
  public PostingResult capture(String programme, String holdKey) {
    return spend.capture(programme, holdKey);
  }

  /** Nothing came of the checkout: the points can be used again. */
  public PostingResult release(String programme, String holdKey) {
    return spend.release(programme, holdKey);
  }

  /**
   * Gives captured points back into the lots they came from.
   *
   * @param graceUntil until when points can be used whose lot has expired meanwhile
   */
  public PostingResult restore(
      String programme, String holdKey, String key, long points, Instant graceUntil) {
    return spend.restore(programme, holdKey, key, points, graceUntil);
  }

  /**
   * Takes back what was booked, whatever a rule says by now.
   *
   * @param total how much of the lot shall have been asked back in all after this
   */
  public PostingResult clawBack(
      long accountId, int lotNo, String key, long total, ShortfallPolicy policy, String reason) {
    return clawBack.clawBack(accountId, lotNo, key, total, policy, reason);
  }

  /**
   * Takes back, on a person's word, all that is left of a lot and, where it was used, other points.
   *
   * @param asked says who and why; its verb and order do not count
   */
  public PostingResult reverse(
      long accountId, int lotNo, PostingRequest asked, ShortfallPolicy policy) {
    return clawBack.clawBack(accountId, lotNo, asked, Long.MAX_VALUE, policy);
  }

  /**
   * @param points above zero gives, below zero takes
   * @param expiresAt of given points; null for never
   */
  public PostingResult adjust(
      long accountId, PostingRequest request, long points, Instant expiresAt) {
    return adjust.adjust(accountId, request, points, expiresAt);
  }

  /**
   * Writes off points that could not be taken back, or asks for them again.
   *
   * @param points above zero writes off so many, below zero asks for so many again
   * @param expiresAt of points that are given anew because others have paid already
   */
  public PostingResult forgive(long accountId, String key, long points, Instant expiresAt) {
    return forgive.forgive(accountId, key, points, expiresAt);
  }

  /** Moves everything that is not held to another account, which gets what is earned later too. */
  public PostingResult merge(long from, long to, String key, String reason) {
    return transfer.merge(from, to, key, reason);
  }

  /** Undoes a merge as far as the points are still there. */
  public PostingResult split(long from, String key, String reason) {
    return transfer.split(from, key, reason);
  }

  /** Stops every movement of one account; returns whether it was moving. */
  public boolean freeze(long accountId) {
    return setFrozen(accountId, true);
  }

  /** Takes the lots of an account out of the sweep as long as it is frozen. */
  void setAside(long accountId) {
    postings.transactions.run(
        () ->
            postings
                .store
                .lock(accountId)
                .filter(account -> account.frozen)
                .ifPresent(account -> postings.store.park(accountId, true)));
  }

  /** Lets an account move again; returns whether it was frozen. */
  public boolean unfreeze(long accountId) {
    return setFrozen(accountId, false);
  }

  private boolean setFrozen(long accountId, boolean frozen) {
    return postings.transactions.call(
        () -> {
          boolean changed = postings.store.setFrozen(accountId, frozen, postings.now());
          if (changed) {
            postings.store.park(accountId, frozen);
          }
          return changed;
        });
  }
}
