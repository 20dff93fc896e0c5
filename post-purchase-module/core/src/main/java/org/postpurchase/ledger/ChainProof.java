package org.postpurchase.ledger;

/**
 * Follows the entries of one account: numbers, hashes and running balances. After a wrong hash it
 * goes on from the one that is stored, so that one changed entry is named and not all behind it.
 */
final class ChainProof {
  private final Findings findings;
  private final long[] balances = new long[Bucket.values().length];
  private long total;
  private long lastNo;
  private long lastPosting;
  private String lastHash = "";

  /** What the hash of the entry before should have been; null when it was that. */
  private String instead;

  private boolean intact = true;
  private String wrongBalance;

  ChainProof(Findings findings) {
    this.findings = findings;
  }

  /**
   * @param posting null when it is missing
   */
  void add(PointsEntry entry, PointsPosting posting) {
    if (entry.entryNo == lastNo + 1) {
      link(entry, posting);
    } else {
      nameBefore();
      broken(
          MismatchKind.MISSING_ENTRY,
          "entries " + (lastNo + 1) + " to " + (entry.entryNo - 1) + " are missing");
    }
    balance(entry);
    lastNo = entry.entryNo;
    lastPosting = entry.postingNo;
    lastHash = entry.hash;
  }

  private void link(PointsEntry entry, PointsPosting posting) {
    boolean first = entry.postingNo != lastPosting;
    if (first && posting == null) {
      nameBefore();
      intact = false;
      return;
    }
    String seal = first ? posting.seal() : "";
    String expected = entry.hashAfter(lastHash, seal);
    if (expected.equals(entry.hash)) {
      nameBefore();
    } else if (instead != null && entry.hashAfter(instead, seal).equals(entry.hash)) {
      broken(MismatchKind.BROKEN_CHAIN, "entry " + lastNo + " has another hash");
      instead = null;
    } else {
      nameBefore();
      instead = expected;
      intact = false;
    }
  }

  /** The entry before did not hash to what is stored, and nothing says that its hash is wrong. */
  private void nameBefore() {
    if (instead != null) {
      broken(
          MismatchKind.CHANGED_ENTRY,
          "entry " + lastNo + " or its posting " + lastPosting + " is not what was hashed");
      instead = null;
    }
  }

  private void broken(MismatchKind kind, String detail) {
    intact = false;
    findings.add(kind, detail);
  }

  private void balance(PointsEntry entry) {
    int bucket = entry.bucket.ordinal();
    balances[bucket] += entry.points;
    if (entry.bucket.isCustomer()) {
      total += entry.points;
    }
    long expected = entry.bucket.isCustomer() ? balances[bucket] : total;
    if (entry.balance != expected && wrongBalance == null) {
      wrongBalance =
          "entry " + entry.entryNo + " says " + entry.balance + ", should be " + expected;
    }
  }

  /** Once all entries were added. */
  void finish(PointsAccount account) {
    if (lastNo < account.entryNo) {
      nameBefore();
      broken(
          MismatchKind.MISSING_ENTRY,
          "entries " + (lastNo + 1) + " to " + account.entryNo + " are missing");
    } else if (lastNo > account.entryNo) {
      broken(
          MismatchKind.MISSING_ENTRY,
          "the account counts " + account.entryNo + " entries, there are " + lastNo);
    }
    if (instead != null && instead.equals(account.headHash)) {
      broken(MismatchKind.BROKEN_CHAIN, "entry " + lastNo + " has another hash");
      instead = null;
    }
    nameBefore();
    if (intact && !lastHash.equals(account.headHash)) {
      broken(MismatchKind.BROKEN_CHAIN, "the account's hash is not that of entry " + lastNo);
    }
    if (intact && wrongBalance != null) {
      findings.add(MismatchKind.WRONG_BALANCE, wrongBalance);
    }
  }

  /** Whether the entries are all there and as they were written. */
  boolean isIntact() {
    return intact;
  }

  long sum(Bucket bucket) {
    return balances[bucket.ordinal()];
  }
}
