package org.postpurchase.ledger;

/** An account row as it was read under its lock, and as a posting changes it before it is saved. */
public final class PointsAccount {
  public final long accountId;
  public final String programme;
  public final String ownerKey;
  public final boolean frozen;

  long mergedInto;
  long pending;
  long available;
  long held;
  long shortfall;
  long postingNo;
  long entryNo;
  int lotNo;
  int holdNo;
  String headHash;

  public PointsAccount(
      long accountId,
      String programme,
      String ownerKey,
      boolean frozen,
      long mergedInto,
      long[] buckets,
      long postingNo,
      long entryNo,
      int lotNo,
      int holdNo,
      String headHash) {
    this.accountId = accountId;
    this.programme = programme;
    this.ownerKey = ownerKey;
    this.frozen = frozen;
    this.mergedInto = mergedInto;
    this.pending = buckets[0];
    this.available = buckets[1];
    this.held = buckets[2];
    this.shortfall = buckets[3];
    this.postingNo = postingNo;
    this.entryNo = entryNo;
    this.lotNo = lotNo;
    this.holdNo = holdNo;
    this.headHash = headHash;
  }

  /** Changes one of the customer's buckets and returns what is in it afterwards. */
  long move(Bucket bucket, long points) {
    switch (bucket) {
      case PENDING:
        pending = Math.addExact(pending, points);
        return pending;
      case AVAILABLE:
        available = Math.addExact(available, points);
        return available;
      case HELD:
        held = Math.addExact(held, points);
        return held;
      case OWED:
        shortfall = Math.subtractExact(shortfall, points);
        return -shortfall;
      default:
        return total();
    }
  }

  /** All points of the account: what the entries of the customer's side sum to. */
  long total() {
    return pending + available + held - shortfall;
  }

  /** Account that took over its points; 0 for none. */
  public long mergedInto() {
    return mergedInto;
  }

  public long pending() {
    return pending;
  }

  public long available() {
    return available;
  }

  public long held() {
    return held;
  }

  public long shortfall() {
    return shortfall;
  }

  public long postingNo() {
    return postingNo;
  }

  public long entryNo() {
    return entryNo;
  }

  public int lotNo() {
    return lotNo;
  }

  public int holdNo() {
    return holdNo;
  }

  /** Empty before the first entry. */
  public String headHash() {
    return headHash;
  }
}
