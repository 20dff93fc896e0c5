package org.postpurchase.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Rows of the ledger. Every method joins the caller's transaction. */
public interface LedgerStore {
  /** How many open lots are read at once. */
  int PAGE = 50;

  /** The account of that owner, opened if there is none. */
  long open(String programme, String ownerKey, Instant now);

  /** Empty when the owner has none. */
  Optional<Long> find(String programme, String ownerKey);

  /** Locks the account and reads what a movement has to know, in one go where that is possible. */
  LedgerSnapshot ask(LedgerQuery question);

  /** Locks the account's row until the end of the transaction and reads it as it is then. */
  Optional<PointsAccount> lock(long accountId);

  Optional<PointsPosting> posting(String programme, String key);

  /**
   * The same where the transaction may have begun to read before it was written; empty, without
   * asking, where {@link #posting} always sees what others have committed.
   */
  Optional<PointsPosting> postedMeanwhile(String programme, String key);

  /** Lots with available points, in the order in which they are used up, a page of them. */
  List<PointsLot> openLots(long accountId, Instant usableAfter, int offset);

  /** Lots that still have pending or available points, oldest first. */
  List<PointsLot> lotsWithPoints(long accountId);

  List<PointsLot> lots(long accountId, Collection<Integer> lotNos);

  /** Account that took over that one's points; 0 for none. */
  long mergedIntoOf(long accountId);

  /** The lots that were moved out of that account, or, with a number, out of that lot. */
  List<PointsLot> movedFrom(long accountId, int lotNo);

  /** Writes all of a posting and what it changed. */
  void save(Booking booking);

  /** Saves a lot of which no posting has moved points. */
  void saveLot(PointsLot lot);

  /**
   * @return whether the state was another one
   */
  boolean setFrozen(long accountId, boolean frozen, Instant now);

  /**
   * Lots that have to mature or expire by then, the longest waiting first.
   *
   * @param after the last one of the page before; null for the first page
   */
  List<DueLot> due(Instant now, DueLot after, int limit);

  /** Takes all lots of an account out of the sweep, or puts them back. */
  void park(long accountId, boolean parked);

  /** The first moment after that one at which a lot becomes due. */
  Optional<Instant> nextDueAfter(Instant moment);

  /** The same rows, many accounts at a time. */
  LedgerSets sets();

  /** Where a lot that is due can be found. */
  final class DueLot {
    public final long accountId;
    public final int lotNo;

    /** Null when it is not known. */
    public final Instant dueAt;

    public DueLot(long accountId, int lotNo, Instant dueAt) {
      this.accountId = accountId;
      this.lotNo = lotNo;
      this.dueAt = dueAt;
    }

    DueLot(long accountId, int lotNo) {
      this(accountId, lotNo, null);
    }
  }
}
