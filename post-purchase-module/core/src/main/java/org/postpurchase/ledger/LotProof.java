package org.postpurchase.ledger;

import java.time.Instant;

/** Sums up what entries and holds say about one lot. */
final class LotProof {
  private final PointsLot lot;
  private final long[] sums = new long[Bucket.values().length];
  private long inHolds;
  private Instant usableAt;
  private boolean wasMoved;

  LotProof(PointsLot lot) {
    this.lot = lot;
    this.wasMoved = lot.originAccount != 0;
  }

  /**
   * @param posting null when it is missing
   */
  void add(PointsEntry entry, PointsPosting posting) {
    sums[entry.bucket.ordinal()] += entry.points;
    wasMoved |= entry.bucket == Bucket.MOVED;
    if (entry.bucket == Bucket.AVAILABLE && entry.points > 0 && posting != null) {
      boolean first =
          posting.verb == Verb.MATURE || posting.verb == Verb.EARN || posting.verb == Verb.ADJUST;
      usableAt = first && usableAt == null ? posting.postedAt : usableAt;
    }
  }

  void hold(long points) {
    inHolds += points;
  }

  void compare(Findings findings, boolean entriesAreIntact) {
    String name = "lot " + lot.lotNo + " ";
    if (lot.pending < 0
        || lot.available < 0
        || lot.held < 0
        || lot.spent < 0
        || lot.expired < 0
        || lot.reversed < 0
        || lot.moved < 0) {
      findings.add(MismatchKind.LOT_BELOW_ZERO, name + "has a bucket below zero");
    }
    if (lot.isSealBroken()) {
      findings.add(
          MismatchKind.CHANGED_LOT,
          name
              + "was changed by somebody else: it matures "
              + lot.maturesAt
              + ", expires "
              + lot.expiresAt
              + ", "
              + lot.clawed
              + " of "
              + lot.issued
              + " asked back");
    }
    if (entriesAreIntact) {
      compareEntries(findings, name);
    }
    findings.differ(MismatchKind.ORPHAN_HOLD, name + "HELD", lot.held, inHolds);
    // lots that went to and fro have the times of where they are, not of where they matured
    if (usableAt != null
        && !wasMoved
        && (lot.maturesAt == null || lot.maturesAt.isAfter(usableAt))) {
      findings.add(
          MismatchKind.MATURED_EARLY,
          name + "matures " + lot.maturesAt + ", could be used from " + usableAt);
    }
  }

  private void compareEntries(Findings findings, String name) {
    boolean movedHere = lot.originAccount != 0;
    MismatchKind kind = MismatchKind.LOT_DIFFERS;
    long issued = movedHere ? lot.issued : -sum(Bucket.ISSUED) - sum(Bucket.ADJUSTED);
    findings.differ(kind, name + "ISSUED", lot.issued, issued);
    findings.differ(kind, name + "PENDING", lot.pending, sum(Bucket.PENDING));
    findings.differ(kind, name + "AVAILABLE", lot.available, sum(Bucket.AVAILABLE));
    findings.differ(kind, name + "HELD", lot.held, sum(Bucket.HELD));
    findings.differ(kind, name + "SPENT", lot.spent, sum(Bucket.SPENT));
    findings.differ(kind, name + "EXPIRED", lot.expired, sum(Bucket.EXPIRED));
    // what a lot makes up for is reversed in the lot and no longer owed in the entries
    long reversed = sum(Bucket.REVERSED) + sum(Bucket.OWED);
    findings.differ(kind, name + "REVERSED", lot.reversed, reversed);
    long moved = sum(Bucket.MOVED) + (movedHere ? lot.issued : 0);
    findings.differ(kind, name + "MOVED", lot.moved, moved);
  }

  private long sum(Bucket bucket) {
    return sums[bucket.ordinal()];
  }
}
