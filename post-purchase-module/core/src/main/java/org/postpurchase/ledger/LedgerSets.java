package org.postpurchase.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of the ledger, many accounts at a time: the number of statements does not depend on how many
 * there are. Every method joins the caller's transaction.
 */
public interface LedgerSets {
  /** The accounts of these owners as far as they have one, read without a lock. */
  List<Owner> find(String programme, Collection<String> ownerKeys);

  /** Opens an account for each of these owners, unless somebody else has meanwhile. */
  void open(String programme, Collection<String> ownerKeys, Instant now);

  /**
   * Locks the accounts in ascending order until the end of the transaction and reads them as they
   * are then; those that do not exist are left out.
   */
  List<PointsAccount> lock(Collection<Long> accountIds);

  /**
   * The same without waiting: accounts that somebody else has locked are left out, where the
   * database can do that.
   */
  List<PointsAccount> lockFree(Collection<Long> accountIds);

  /** Those of the accounts that exist, read without a lock. */
  Set<Long> existing(Collection<Long> accountIds);

  /**
   * Lots that mature or have matured after a moment, by account: of the account and of those whose
   * points it took over, originals and what was moved of them.
   */
  Map<Long, List<PointsLot>> maturingAfter(Collection<Long> accountIds, Instant moment);

  /** What was posted under these keys before. */
  List<PointsPosting> postings(String programme, Collection<String> keys);

  /** Lots of locked accounts, as they are now. */
  List<PointsLot> lots(Collection<LedgerStore.DueLot> which);

  /**
   * Writes all of several postings and what they changed. Postings of one account share its object
   * and follow each other; a lot that several have changed is one object, too.
   */
  void save(List<Booking> bookings);

  /** Where an owner's points are. */
  final class Owner {
    public final String ownerKey;
    public final long accountId;

    /** Account that took over its points; 0 for none. */
    public final long mergedInto;

    public Owner(String ownerKey, long accountId, long mergedInto) {
      this.ownerKey = ownerKey;
      this.accountId = accountId;
      this.mergedInto = mergedInto;
    }
  }
}
