package org.postpurchase.tier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of standings. Every method joins the caller's transaction. */
public interface StandingStore {
  Optional<Standing> find(long accountId);

  /** Adds the row of an account that has moved for the first time, to be looked at. */
  void begin(long accountId, Instant now);

  /** The account has moved: its standing is to be looked at. Adds a row where there is none. */
  void touch(long accountId, Instant now);

  /**
   * Saves a standing.
   *
   * @param before what it was read as
   * @return false when somebody else has saved since
   */
  boolean save(Standing before, Standing after);

  /** Accounts to look at by then, the longest waiting first. */
  List<Long> due(Instant now, int limit);

  /** Accounts above that number which were last held against another ladder, ascending. */
  List<Long> heldAgainstOthers(String fingerprint, long above, int limit);

  /** The first moment after that one at which an account becomes due. */
  Optional<Instant> nextDueAfter(Instant moment);

  void add(TierChange change);

  /** The newest changes of an account, newest first. */
  List<TierChange> changes(long accountId, int limit);

  /** How many members stand on each tier; accounts that somebody else took over are left out. */
  List<Count> counts();

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
