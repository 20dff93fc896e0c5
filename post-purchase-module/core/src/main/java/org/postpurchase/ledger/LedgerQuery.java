package org.postpurchase.ledger;

import java.time.Instant;

/**
 * What a movement has to know before it decides, so that the store can lock the account and read
 * all of it in one go. Immutable.
 */
public final class LedgerQuery {
  /** How an account is named. */
  public enum By {
    NUMBER,
    OWNER,
    HOLD
  }

  public final By by;

  /** Number of the account; 0 when it is named otherwise. */
  public final long accountId;

  /** Empty when the account is named by its number. */
  public final String programme;

  /** Owner or hold that the account is named by; empty when by its number. */
  public final String name;

  /** Key of a posting that may have been made before; empty to look for none. */
  public final String postingKey;

  /** Lot to read; 0 for none. */
  public final int lotNo;

  /** Open lots that can be used after that instant are read; null for none. */
  public final Instant usableAfter;

  private LedgerQuery(
      By by,
      long accountId,
      String programme,
      String name,
      String postingKey,
      int lotNo,
      Instant usableAfter) {
    this.by = by;
    this.accountId = accountId;
    this.programme = programme;
    this.name = name;
    this.postingKey = postingKey;
    this.lotNo = lotNo;
    this.usableAfter = usableAfter;
  }

  static LedgerQuery ofAccount(long accountId) {
    return new LedgerQuery(By.NUMBER, accountId, "", "", "", 0, null);
  }

  static LedgerQuery ofOwner(String programme, String ownerKey) {
    return new LedgerQuery(By.OWNER, 0, programme, ownerKey, "", 0, null);
  }

  /** Of the account whose points are held, with the hold and the lots it took from. */
  static LedgerQuery ofHold(String programme, String holdKey) {
    return new LedgerQuery(By.HOLD, 0, programme, holdKey, "", 0, null);
  }

  /** The same of another account. */
  LedgerQuery ofMergedInto(long mergedInto) {
    return new LedgerQuery(By.NUMBER, mergedInto, "", "", postingKey, lotNo, usableAfter);
  }

  LedgerQuery postedAs(String key) {
    return new LedgerQuery(by, accountId, programme, name, key, lotNo, usableAfter);
  }

  LedgerQuery withLot(int wanted) {
    return new LedgerQuery(by, accountId, programme, name, postingKey, wanted, usableAfter);
  }

  LedgerQuery withOpenLots(Instant after) {
    return new LedgerQuery(by, accountId, programme, name, postingKey, lotNo, after);
  }
}
