package org.postpurchase.tier;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Rows of standings. Every method joins the caller's transaction. */
public interface StandingStore {
  Optional<Standing> find(long accountId);

  /** The standings of these accounts, as far as they have one. */
  List<Standing> find(Collection<Long> accountIds);

  /** Adds the row of an account that has moved for the first time, to be looked at. */
  void begin(long accountId, Instant now);

  /** The account has moved: its standing is to be looked at. Adds a row where there is none. */
  void touch(long accountId, Instant now);

  /** On which tier these owners' accounts stand, as far as they have one. */
  List<OfOwner> ofOwners(String programme, Collection<String> ownerKeys);

  /**
   * These accounts have moved: their standings are to be looked at. Adds a row where there is none.
   *
   * @param accountIds ascending, and locked
   */
  void touch(Collection<Long> accountIds, Instant now);

  /**
   * Saves standings.
   *
   * @param before what they were read as
   * @param after the same ones as they are now
   * @throws RuntimeException when somebody else has saved one of them since
   */
  void save(List<Standing> before, List<Standing> after);

  /**
   * Accounts to look at by then, the longest waiting first.
   *
   * @param after the last one of the page before; null for the first page
   */
  List<Due> due(Instant now, Due after, int limit);

  /** Accounts above that number which were last held against another ladder, ascending. */
  List<Due> heldAgainstOthers(String fingerprint, long above, int limit);

  /** The first moment after that one at which an account becomes due. */
  Optional<Instant> nextDueAfter(Instant moment);

  void add(List<TierChange> changes);

  /** The newest changes of an account, newest first. */
  List<TierChange> changes(long accountId, int limit);

  /** How many members stand on each tier; accounts that somebody else took over are left out. */
  List<Count> counts();

  /** Where an owner's own account stands. */
  final class OfOwner {
    public final String ownerKey;

    /** Empty below the lowest tier. */
    public final String tierKey;

    /** Whether another account has taken over its points. */
    public final boolean merged;

    public OfOwner(String ownerKey, String tierKey, boolean merged) {
      this.ownerKey = ownerKey;
      this.tierKey = tierKey;
      this.merged = merged;
    }
  }

  /** An account to look at. */
  final class Due {
    public final long accountId;

    /** Null when it is looked at for another reason. */
    public final Instant dueAt;

    public Due(long accountId, Instant dueAt) {
      this.accountId = accountId;
      this.dueAt = dueAt;
    }
  }

  /** Members of one tier. */
  final class Count {
    public final String tierKey;
    public final long members;
    public final long atRisk;

    public Count(String tierKey, long members, long atRisk) {
      this.tierKey = tierKey;
      this.members = members;
      this.atRisk = atRisk;
    }
  }
}
