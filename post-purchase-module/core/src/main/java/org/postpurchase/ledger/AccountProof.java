package org.postpurchase.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Recomputes one account from its rows and names what does not agree. */
final class AccountProof {
  private final PointsAccount account;
  private final Findings findings;
  private final ChainProof chain;
  private final Map<Integer, LotProof> lots = new HashMap<>(4);
  private final Map<Long, PointsPosting> postings = new HashMap<>(8);
  private final Map<Integer, HoldProof> holds = new TreeMap<>();
  private long postingNo;
  private int lotNo;
  private long pending;
  private long available;
  private long held;
  private PointsPosting posting;
  private long postingSum;
  private long entries;

  AccountProof(PointsAccount account) {
    this.account = account;
    this.findings = new Findings(account.accountId);
    this.chain = new ChainProof(findings);
  }

  void lot(PointsLot lot) {
    lots.put(lot.lotNo, new LotProof(lot));
    if (lot.lotNo != lotNo + 1) {
      findings.add(MismatchKind.MISSING_LOT, "lot " + (lotNo + 1) + " is missing");
    }
    lotNo = lot.lotNo;
    pending += lot.pending;
    available += lot.available;
    held += lot.held;
  }

  void posting(PointsPosting next) {
    postings.put(next.postingNo, next);
    if (next.postingNo != postingNo + 1) {
      findings.add(MismatchKind.MISSING_POSTING, "posting " + (postingNo + 1) + " is missing");
    }
    postingNo = next.postingNo;
    if (!account.programme.equals(next.programme)) {
      findings.add(MismatchKind.CHANGED_ENTRY, "posting " + postingNo + " is of " + next.programme);
    }
    if (next.holdNo != 0) {
      hold(next.holdNo).posting(next);
    }
  }

  void hold(PointsHold row) {
    hold(row.holdNo).row(row);
  }

  void part(int holdNo, PointsHold.Part part) {
    HoldProof hold = hold(holdNo);
    hold.part(part);
    LotProof lot = lots.get(part.lotNo);
    if (lot != null && hold.isHeld()) {
      lot.hold(part.points);
    } else if (lot == null) {
      findings.add(MismatchKind.ORPHAN_HOLD, "hold " + holdNo + " takes of a lot that is missing");
    }
  }

  private HoldProof hold(int holdNo) {
    return holds.computeIfAbsent(holdNo, n -> new HoldProof());
  }

  void entry(PointsEntry entry) {
    entries++;
    if (posting == null || entry.postingNo != posting.postingNo) {
      closePosting();
      posting = postings.get(entry.postingNo);
      if (posting == null) {
        findings.add(
            MismatchKind.MISSING_POSTING, "posting of entry " + entry.entryNo + " is missing");
      }
    }
    postingSum += entry.points;
    chain.add(entry, posting);
    if (entry.lotNo != 0) {
      LotProof lot = lots.get(entry.lotNo);
      if (lot == null) {
        findings.add(MismatchKind.MISSING_LOT, "lot of entry " + entry.entryNo + " is missing");
      } else {
        lot.add(entry, posting);
      }
    }
  }

  private void closePosting() {
    if (postingSum != 0 && chain.isIntact()) {
      String name = posting == null ? "a posting" : "posting " + posting.postingNo;
      findings.add(MismatchKind.UNBALANCED_POSTING, name + " sums to " + postingSum);
    }
    postingSum = 0;
  }

  void unreadable(String detail) {
    findings.add(MismatchKind.UNREADABLE_ROW, detail);
  }

  long entries() {
    return entries;
  }

  /** Once all rows were given; causes first, empty when everything agrees. */
  List<Mismatch> mismatches() {
    chain.finish(account);
    closePosting();
    findings.differ(MismatchKind.MISSING_POSTING, "POSTING_NO", account.postingNo, postingNo);
    findings.differ(MismatchKind.MISSING_LOT, "LOT_NO", account.lotNo, lotNo);
    lots.values().forEach(lot -> lot.compare(findings, chain.isIntact()));
    compareAccount();
    long heldByHolds = 0;
    for (Map.Entry<Integer, HoldProof> hold : holds.entrySet()) {
      hold.getValue().compare(findings, hold.getKey());
      heldByHolds += hold.getValue().heldPoints();
    }
    findings.differ(MismatchKind.ORPHAN_HOLD, "HELD", account.held, heldByHolds);
    findings.differ(MismatchKind.ORPHAN_HOLD, "HOLD_NO", account.holdNo, holds.size());
    return findings.inOrder();
  }

  private void compareAccount() {
    MismatchKind kind = MismatchKind.ACCOUNT_DIFFERS;
    findings.differ(kind, "PENDING", account.pending, pending);
    findings.differ(kind, "AVAILABLE", account.available, available);
    findings.differ(kind, "HELD", account.held, held);
    if (chain.isIntact()) {
      kind = MismatchKind.BALANCE_DIFFERS;
      findings.differ(kind, "PENDING", account.pending, chain.sum(Bucket.PENDING));
      findings.differ(kind, "AVAILABLE", account.available, chain.sum(Bucket.AVAILABLE));
      findings.differ(kind, "HELD", account.held, chain.sum(Bucket.HELD));
      findings.differ(kind, "SHORTFALL", account.shortfall, -chain.sum(Bucket.OWED));
    }
  }
}
